/** Files inside the file (PDF/A-3, 6.8): the report's figures for whoever wants to compute with them. */
import type { Attachment } from '../../job/write-context.js';
import type { PdfFile } from './pdf-objects.js';
import { textString } from './serialize.js';

export function writeAttachments(file: PdfFile, attachments: readonly Attachment[], date: Date | null): void {
  if (attachments.length === 0) return;
  const specifications = attachments.map(({ name, type, bytes, description }) => {
    const stream = file.ref({
      Type: 'EmbeddedFile',
      Subtype: type.replace('/', '#2F'), // pdfkit writes the names of a stream's dictionary as they are
      Params: { Size: bytes.length, ...(date !== null && { ModDate: date }) },
    });
    stream.end(bytes);
    const specification = file.ref({
      Type: 'Filespec',
      F: textString(name),
      UF: textString(name),
      Desc: textString(description),
      AFRelationship: 'Data',
      EF: { F: stream, UF: stream },
    });
    specification.end();
    return { name, specification };
  });
  const byName = [...specifications].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { data } = file.document._root;
  data['AF'] = specifications.map(({ specification }) => specification);
  (data['Names'] as { data: Record<string, unknown> }).data['EmbeddedFiles'] = {
    Names: byName.flatMap(({ name, specification }) => [textString(name), specification]),
  };
}
