/** Speaker notes: the notes master, and a notes page for each slide that has some, a paragraph each. */
import type { DeckPlan, SlidePlan } from '../plan/deck-plan.js';
import { emptyGroup, escapeXml, namespaces, xmlHeader } from '../../xml/presentation-xml.js';

const placeholder = (
  id: number,
  name: string,
  reference: string,
  locks: string,
  properties: string,
  body: string,
): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks ${locks}/></p:cNvSpPr><p:nvPr><p:ph ${reference}/></p:nvPr></p:nvSpPr>` +
  `<p:spPr>${properties}</p:spPr>${body}</p:sp>`;

const place = (x: number, y: number, width: number, height: number): string =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;

/** Sizes in EMU of an upright page of 190.5 by 254 mm, PowerPoint's own for notes. */
export function notesMasterPart(plan: DeckPlan): string {
  const language = plan.meta.language;
  const image = placeholder(
    2,
    'Slide Image Placeholder 1',
    'type="sldImg" idx="2"',
    'noGrp="1" noRot="1" noChangeAspect="1"',
    `${place(685_800, 1_143_000, 5_486_400, 3_086_100)}<a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>`,
    '',
  );
  const text = placeholder(
    3,
    'Notes Placeholder 2',
    'type="body" sz="quarter" idx="3"',
    'noGrp="1"',
    place(685_800, 4_400_550, 5_486_400, 3_600_450),
    `<p:txBody><a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/><a:p><a:pPr lvl="0"/><a:endParaRPr lang="${language}"/></a:p></p:txBody>`,
  );
  const levels = Array.from(
    { length: 9 },
    (_none, level) =>
      `<a:lvl${level + 1}pPr marL="${level * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1200" kern="1200">` +
      `<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level + 1}pPr>`,
  ).join('');
  return (
    `${xmlHeader}<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` +
    `<p:spTree>${emptyGroup}${image}${text}</p:spTree></p:cSld>` +
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    `<p:notesStyle>${levels}</p:notesStyle></p:notesMaster>`
  );
}

export function notesPart(slide: SlidePlan): string {
  const image = placeholder(
    2,
    'Slide Image Placeholder 1',
    'type="sldImg"',
    'noGrp="1" noRot="1" noChangeAspect="1"',
    '',
    '',
  );
  const paragraphs = slide.notes
    .map(({ text, lang }) =>
      text === ''
        ? `<a:p><a:endParaRPr lang="${lang}"/></a:p>`
        : `<a:p><a:r><a:rPr lang="${lang}"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`,
    )
    .join('');
  const text = placeholder(
    3,
    'Notes Placeholder 2',
    'type="body" idx="1"',
    'noGrp="1"',
    '',
    `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody>`,
  );
  return (
    `${xmlHeader}<p:notes ${namespaces}><p:cSld><p:spTree>${emptyGroup}${image}${text}</p:spTree></p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
  );
}
