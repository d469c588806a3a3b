/** A mark of a chart's part, by which it is known that nobody has touched it. */
import { createHash } from 'node:crypto';

/** Declaration, spaces between elements and the two ways of writing an empty element say nothing. */
export const chartMark = (xml: string): string =>
  createHash('sha256')
    .update(
      xml
        .replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')
        .replace(/>\s+</g, '><')
        .replace(/\s+\/>/g, '/>')
        .replace(/<([\w:]+)([^<>]*)><\/\1>/g, '<$1$2/>')
        .trim(),
    )
    .digest('hex');
