/**
 * Templates of our own, built from a few lines: what somebody else's PowerPoint file looks like to a reader of its
 * parts.
 */
import { strToU8, zipSync } from 'fflate';

export interface SmallPlaceholder {
  /** As in `p:ph`: `type="title"`, `idx="1"`. */
  readonly reference: string;
  /** In EMU: x, y, width, height; left out, the master's counts. */
  readonly box?: readonly [number, number, number, number];
  /** `a:lvl1pPr` and the like. */
  readonly levels?: string;
  /** `a:solidFill` and the like. */
  readonly fill?: string;
}

export interface SmallLayout {
  readonly name: string;
  readonly type?: string;
  readonly placeholders: readonly SmallPlaceholder[];
  /** Shapes beside the placeholders. */
  readonly shapes?: string;
}

export interface SmallTemplate {
  readonly layouts: readonly SmallLayout[];
  readonly size?: readonly [width: number, height: number];
  /** `a:dk1` and others that are not white, black and blues. */
  readonly colors?: Readonly<Record<string, string>>;
  readonly colorMap?: Readonly<Record<string, string>>;
  /** Of the master's body. */
  readonly bodyLevels?: string;
  readonly slides?: readonly { readonly title: string; readonly layout: number }[];
  /** `ppt/tableStyles.xml` from its root on. */
  readonly tableStyles?: string;
  readonly mainType?: string;
  readonly macros?: boolean;
  /** The Latin face of its theme; Verdana if left out. */
  readonly face?: string;
  /** A font that travels in the file, as its `.fntdata`. */
  readonly embedded?: { readonly face: string; readonly bytes: Uint8Array };
  /** Of the master's title. */
  readonly masterTitleFill?: string;
  /** Shapes of the master beside its placeholders. */
  readonly masterShapes?: string;
  /** Media of the master, by `rIdMedia1` and on: file names in ppt/media. */
  readonly media?: Readonly<Record<string, Uint8Array>>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const names =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ml = 'application/vnd.openxmlformats-officedocument.presentationml';
const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

const shape = ({ reference, box, levels = '', fill = '' }: SmallPlaceholder, id: number, text = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Placeholder ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${reference}/></p:nvPr></p:nvSpPr><p:spPr>` +
  (box === undefined
    ? ''
    : `<a:xfrm><a:off x="${box[0]}" y="${box[1]}"/><a:ext cx="${box[2]}" cy="${box[3]}"/></a:xfrm>`) +
  `${fill}</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle>${levels}</a:lstStyle><a:p>${text === '' ? '<a:endParaRPr lang="en-US"/>' : `<a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r>`}</a:p></p:txBody></p:sp>`;

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const plainColors: Readonly<Record<string, string>> = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '1F2A44',
  lt2: 'EEEEEE',
  accent1: '0B5FA5',
  accent2: 'A5480B',
  accent3: '3C7A3C',
  accent4: 'FFD966',
  accent5: '6A4C93',
  accent6: '118A7E',
  hlink: '0B5FA5',
  folHlink: '6A4C93',
};

function theme(colors: Readonly<Record<string, string>>, face: string): string {
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const font = `<a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  return (
    `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Brand"><a:themeElements><a:clrScheme name="Brand">` +
    Object.entries({ ...plainColors, ...colors })
      .map(([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`)
      .join('') +
    `</a:clrScheme><a:fontScheme name="Brand"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Brand">` +
    `<a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>` +
    '</a:fmtScheme></a:themeElements></a:theme>'
  );
}

const level = (size: number, more = ''): string =>
  `<a:lvl1pPr marL="228600" indent="-228600"><a:buChar char="•"/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${more}</a:defRPr></a:lvl1pPr>`;

function master(template: SmallTemplate, [width, height]: readonly [number, number]): string {
  const map = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', ...template.colorMap };
  const accents = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];
  const title = shape(
    {
      reference: 'type="title"',
      box: [457_200, 274_638, width - 914_400, 900_000],
      fill: template.masterTitleFill ?? '',
    },
    2,
  );
  const body = shape(
    { reference: 'type="body" idx="1"', box: [457_200, 1_400_000, width - 914_400, height - 2_200_000] },
    3,
  );
  const footer = shape(
    { reference: 'type="ftr" sz="quarter" idx="3"', box: [457_200, height - 600_000, 4_000_000, 400_000] },
    4,
  );
  const number = shape(
    { reference: 'type="sldNum" sz="quarter" idx="4"', box: [width - 1_600_000, height - 600_000, 1_100_000, 400_000] },
    5,
  );
  return (
    `${head}<p:sldMaster ${names}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${group}${template.masterShapes ?? ''}${title}${body}${footer}${number}</p:spTree></p:cSld>` +
    `<p:clrMap ${Object.entries(map)
      .map(([name, slot]) => `${name}="${slot}"`)
      .join(' ')} ${accents.map((name) => `${name}="${name}"`).join(' ')}/>` +
    `<p:sldLayoutIdLst>${template.layouts.map((_, index) => `<p:sldLayoutId id="${2_147_483_661 + index}" r:id="rId${index + 1}"/>`).join('')}</p:sldLayoutIdLst>` +
    `<p:txStyles><p:titleStyle><a:lvl1pPr><a:buNone/><a:defRPr sz="3600"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></p:titleStyle>` +
    `<p:bodyStyle>${template.bodyLevels ?? level(2400)}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>`
  );
}

export function smallTemplate(template: SmallTemplate): Uint8Array {
  const size = template.size ?? ([12_192_000, 6_858_000] as const);
  const slides = template.slides ?? [];
  const parts: Record<string, string> = {
    '_rels/.rels': relations([['officeDocument', 'ppt/presentation.xml']]),
    'ppt/_rels/presentation.xml.rels': relations([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ...slides.map((_, index) => ['slide', `slides/slide${index + 1}.xml`] as const),
      ...(template.macros
        ? [['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'] as const]
        : []),
      ...(template.embedded ? [['font', 'fonts/font1.fntdata'] as const] : []),
      ...(template.tableStyles === undefined ? [] : [['tableStyles', 'tableStyles.xml'] as const]),
    ]),
    ...(template.tableStyles === undefined ? {} : { 'ppt/tableStyles.xml': head + template.tableStyles }),
    'ppt/presentation.xml':
      `${head}<p:presentation ${names}><p:sldMasterIdLst><p:sldMasterId id="2147483660" r:id="rId1"/></p:sldMasterIdLst>` +
      (slides.length === 0
        ? ''
        : `<p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${300 + index}" r:id="rId${index + 2}"/>`).join('')}</p:sldIdLst>`) +
      `<p:sldSz cx="${size[0]}" cy="${size[1]}"/><p:notesSz cx="6858000" cy="9144000"/>${
        template.embedded === undefined
          ? ''
          : `<p:embeddedFontLst><p:embeddedFont><p:font typeface="${template.embedded.face}"/><p:regular r:id="rId${slides.length + (template.macros ? 3 : 2)}"/></p:embeddedFont></p:embeddedFontLst>`
      }</p:presentation>`,
    'ppt/slideMasters/slideMaster1.xml': master(template, size),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      ...template.layouts.map((_, index) => ['slideLayout', `../slideLayouts/slideLayout${index + 1}.xml`] as const),
      ['theme', '../theme/theme1.xml'],
    ]).replace(
      '</Relationships>',
      `${Object.keys(template.media ?? {})
        .map(
          (name, index) => `<Relationship Id="rIdMedia${index + 1}" Type="${office}/image" Target="../media/${name}"/>`,
        )
        .join('')}</Relationships>`,
    ),
    'ppt/theme/theme1.xml': theme(template.colors ?? {}, template.face ?? 'Verdana'),
    ...(template.macros ? { 'ppt/vbaProject.bin': 'macros' } : {}),
  };
  template.layouts.forEach(({ name, type, placeholders, shapes = '' }, index) => {
    parts[`ppt/slideLayouts/slideLayout${index + 1}.xml`] =
      `${head}<p:sldLayout ${names}${type === undefined ? '' : ` type="${type}"`}><p:cSld name="${name}"><p:spTree>${group}${shapes}` +
      `${placeholders.map((placeholder, nth) => shape(placeholder, nth + 10)).join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
    parts[`ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`] = relations([
      ['slideMaster', '../slideMasters/slideMaster1.xml'],
    ]);
  });
  slides.forEach(({ title, layout }, index) => {
    parts[`ppt/slides/slide${index + 1}.xml`] =
      `${head}<p:sld ${names}><p:cSld><p:spTree>${group}${shape({ reference: 'type="title"' }, 2, title)}</p:spTree></p:cSld></p:sld>`;
    parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relations([
      ['slideLayout', `../slideLayouts/slideLayout${layout}.xml`],
    ]);
  });
  const typed: Readonly<Record<string, string>> = {
    slideMasters: 'slideMaster',
    slideLayouts: 'slideLayout',
    slides: 'slide',
  };
  const overrides = Object.keys(parts).flatMap((path) => {
    if (path === 'ppt/tableStyles.xml') return [`<Override PartName="/${path}" ContentType="${ml}.tableStyles+xml"/>`];
    const folder = /^ppt\/(\w+)\/[^/]+\.xml$/.exec(path)?.[1] ?? '';
    if (folder === 'theme')
      return [`<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>`];
    return typed[folder] === undefined
      ? []
      : [`<Override PartName="/${path}" ContentType="${ml}.${typed[folder]}+xml"/>`];
  });
  parts['[Content_Types].xml'] =
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${[...binaryTypes]
      .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
      .join(
        '',
      )}${template.macros ? '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' : ''}` +
    `<Override PartName="/ppt/presentation.xml" ContentType="${template.mainType ?? `${ml}.presentation.main+xml`}"/>${overrides.join('')}</Types>`;
  const binaries: Record<string, Uint8Array> = {
    ...(template.embedded && { 'ppt/fonts/font1.fntdata': template.embedded.bytes }),
    ...Object.fromEntries(Object.entries(template.media ?? {}).map(([name, bytes]) => [`ppt/media/${name}`, bytes])),
  };
  return zipSync({
    ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
    ...binaries,
  });
}

const binaryTypes: ReadonlyMap<string, string> = new Map([
  ['fntdata', 'application/x-fontdata'],
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['emf', 'image/x-emf'],
]);

const footers: readonly SmallPlaceholder[] = [
  { reference: 'type="ftr" sz="quarter" idx="11"' },
  { reference: 'type="sldNum" sz="quarter" idx="12"' },
];

/** Layouts as most templates have them. */
export const usualLayouts: readonly SmallLayout[] = [
  {
    name: 'Title Slide',
    type: 'title',
    placeholders: [
      { reference: 'type="ctrTitle"', box: [1_000_000, 1_400_000, 10_000_000, 1_600_000] },
      { reference: 'type="subTitle" idx="1"', box: [1_000_000, 3_200_000, 10_000_000, 1_600_000] },
    ],
  },
  {
    name: 'Title and Content',
    type: 'obj',
    placeholders: [{ reference: 'type="title"' }, { reference: 'idx="1"' }, ...footers],
  },
  {
    name: 'Section Header',
    type: 'secHead',
    placeholders: [
      { reference: 'type="title"', box: [1_000_000, 2_400_000, 10_000_000, 1_200_000] },
      { reference: 'type="body" idx="1"', box: [1_000_000, 3_700_000, 10_000_000, 1_200_000] },
    ],
  },
  { name: 'Title Only', type: 'titleOnly', placeholders: [{ reference: 'type="title"' }, ...footers] },
];
