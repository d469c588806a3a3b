/** What the file says of itself, twice and alike: in the Info dictionary and as XMP (PDF/A-2, 6.6; PDF/UA-1, 5). */
import type { DocumentMeta } from '../../../model/document.js';
import { paperNamespace, type PaperRecord } from '../../../model/record/paper-record.js';
import { packedRecord } from './paper-record.js';
import { textString } from './serialize.js';

const producer = 'briefkit';

export interface Metadata {
  readonly info: Readonly<Record<string, unknown>>;
  /** `record` is what the file says of its own numbers; null for none. */
  readonly xmp: (record: PaperRecord | null) => string;
  readonly date: Date | null;
}

/** Part of PDF/A: 2, or 3 where files are attached. */
export type ArchivePart = 2 | 3;

export function describeFile(meta: DocumentMeta, part: ArchivePart): Metadata {
  const date = readDate(meta.date);
  const keywords = meta.keywords.join(', ');
  const info: Record<string, unknown> = { Title: textString(meta.title) };
  if (meta.author !== '') info['Author'] = textString(meta.author);
  if (meta.subject !== '') info['Subject'] = textString(meta.subject);
  if (keywords !== '') info['Keywords'] = textString(keywords);
  Object.assign(info, { Creator: textString(producer), Producer: textString(producer) });
  if (date !== null) Object.assign(info, { CreationDate: date, ModDate: date });
  return { info, date, xmp: (record) => writeXmp(meta, keywords, date, part, record) };
}

/** The report's own date at midnight UTC: no clock is asked, so the same report gives the same file. */
function readDate(text: string): Date | null {
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

const escapeXml = (text: string): string =>
  String(textString(text)).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const alternative = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

function writeXmp(
  meta: DocumentMeta,
  keywords: string,
  date: Date | null,
  part: ArchivePart,
  record: PaperRecord | null,
): string {
  const time = date === null ? null : date.toISOString().replace(/\.\d+/, '');
  const entries = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternative(meta.title)}</dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(meta.language)}</rdf:li></rdf:Bag></dc:language>`,
    meta.author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(meta.author)}</rdf:li></rdf:Seq></dc:creator>`,
    meta.subject === '' ? '' : `<dc:description>${alternative(meta.subject)}</dc:description>`,
    keywords === '' ? '' : `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>`,
    `<pdf:Producer>${producer}</pdf:Producer>`,
    `<xmp:CreatorTool>${producer}</xmp:CreatorTool>`,
    time === null ? '' : `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>`,
    `<pdfuaid:part>1</pdfuaid:part>`,
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${entries.filter((entry) => entry !== '').join('\n')}
</rdf:Description>${record === null ? '' : `\n${recordDescription(record)}`}
${extensionSchemas(record !== null)}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** What the file says of its own numbers, for `briefkit verify`. */
const recordDescription = (record: PaperRecord): string =>
  `<rdf:Description rdf:about="" xmlns:briefkit="${paperNamespace}">
<briefkit:build>${record.build}</briefkit:build>
<briefkit:record>${packedRecord(record)}</briefkit:record>
</rdf:Description>`;

interface SchemaProperty {
  readonly name: string;
  readonly type: 'Integer' | 'Text';
  readonly description: string;
}

const schema = (name: string, uri: string, prefix: string, properties: readonly SchemaProperty[]): string =>
  `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>${properties
    .map(
      ({ name: property, type, description }) => `<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${property}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>${description}</pdfaProperty:description>
</rdf:li>`,
    )
    .join('')}</rdf:Seq></pdfaSchema:property>
</rdf:li>`;

const pdfUaSchema = schema('PDF/UA Universal Accessibility Schema', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [
  { name: 'part', type: 'Integer', description: 'Indicates, which part of ISO 14289 standard is followed' },
]);
const recordSchema = schema('briefkit record of figures', paperNamespace, 'briefkit', [
  { name: 'build', type: 'Text', description: 'A mark of what the file says' },
  { name: 'record', type: 'Text', description: 'Every text with its figures: JSON, deflated, in base 64' },
]);

/** PDF/A knows neither `pdfuaid` nor `briefkit`: the file brings their descriptions (ISO 19005-2, 6.6.2.3). */
const extensionSchemas = (withRecord: boolean): string =>
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>${pdfUaSchema}${withRecord ? recordSchema : ''}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
