/** docProps: what the file says of itself. The only date is the report's own. */
import type { DeckPlan } from '../plan/deck-plan.js';
import { escapeXml, xmlHeader } from '../../xml/presentation-xml.js';

export function corePart({ meta }: DeckPlan): string {
  const date = `${meta.date}T00:00:00Z`;
  const dates = /^\d{4}-\d{2}-\d{2}$/.test(meta.date)
    ? `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`
    : '';
  return (
    `${xmlHeader}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(meta.title)}</dc:title><dc:subject>${escapeXml(meta.subject)}</dc:subject><dc:creator>${escapeXml(meta.author)}</dc:creator>` +
    `<cp:keywords>${escapeXml(meta.keywords.join(', '))}</cp:keywords><dc:description>${escapeXml(meta.subtitle)}</dc:description>` +
    `<cp:lastModifiedBy>${escapeXml(meta.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${dates}<dc:language>${meta.language}</dc:language></cp:coreProperties>`
  );
}

export function appPart(plan: DeckPlan): string {
  const titles = plan.slides
    .map((slide, index) => `<vt:lpstr>${escapeXml(slide.title || `Slide ${index + 1}`)}</vt:lpstr>`)
    .join('');
  return (
    `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
    '<TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>' +
    `<Slides>${plan.slides.length}</Slides><Notes>${plan.slides.filter((slide) => slide.notes.length > 0).length}</Notes><HiddenSlides>0</HiddenSlides>` +
    '<ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>Theme</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant>' +
    `<vt:variant><vt:lpstr>Slide Titles</vt:lpstr></vt:variant><vt:variant><vt:i4>${plan.slides.length}</vt:i4></vt:variant></vt:vector></HeadingPairs>` +
    `<TitlesOfParts><vt:vector size="${plan.slides.length + 1}" baseType="lpstr"><vt:lpstr>${escapeXml(plan.theme.name)}</vt:lpstr>${titles}</vt:vector></TitlesOfParts>` +
    '<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0000</AppVersion></Properties>'
  );
}
