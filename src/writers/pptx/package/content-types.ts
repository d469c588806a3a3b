/** [Content_Types].xml from the parts that there are: no override for a part that is not. */
import { element, xmlPart } from '../../xml/element.js';

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml';
/** That of `ppt/presentation.xml` in a deck: a template's (.potx) and a show's (.ppsx) are others. */
export const presentationType = `${presentation}.presentation.main+xml`;

const overrides: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, presentationType],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, `${presentation}.slideMaster+xml`],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, `${presentation}.slideLayout+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${presentation}.slide+xml`],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, `${presentation}.notesMaster+xml`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, `${presentation}.notesSlide+xml`],
  [/^ppt\/commentAuthors\.xml$/, `${presentation}.commentAuthors+xml`],
  [/^ppt\/comments\/comment\d+\.xml$/, `${presentation}.comments+xml`],
  [/^ppt\/presProps\.xml$/, `${presentation}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${presentation}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${presentation}.tableStyles+xml`],
  [/^ppt\/theme\/theme\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^ppt\/charts\/chart\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^ppt\/charts\/chartEx\d+\.xml$/, 'application/vnd.ms-office.chartex+xml'],
  [/^ppt\/charts\/style\d+\.xml$/, 'application/vnd.ms-office.chartstyle+xml'],
  [/^ppt\/charts\/colors\d+\.xml$/, 'application/vnd.ms-office.chartcolorstyle+xml'],
  [/^customXml\/itemProps\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'],
  [/^docProps\/custom\.xml$/, 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];

export const defaultTypes: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  fntdata: 'application/x-fontdata',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Null for a part that its extension says enough of. */
export const partType = (path: string): string | null => overrides.find(([pattern]) => pattern.test(path))?.[1] ?? null;

export function contentTypesPart(paths: readonly string[]): string {
  const extensions = new Set(['rels', 'xml', ...paths.map((path) => path.slice(path.lastIndexOf('.') + 1))]);
  const known = Object.entries(defaultTypes).filter(([extension]) => extensions.has(extension));
  const typed = paths.map((path) => {
    const type = partType(path);
    return type !== null && element('Override', { PartName: `/${path}`, ContentType: type });
  });
  return xmlPart(
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      known.map(([extension, type]) => element('Default', { Extension: extension, ContentType: type })),
      typed,
    ),
  );
}
