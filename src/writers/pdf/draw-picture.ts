/** Pictures, cropped to their box. */
import type { Page, PictureItem } from '../../model/page.js';
import type { Canvas } from './canvas.js';
import { channelsOf } from './color.js';

export function drawPicture(canvas: Canvas, { picture, box, crop, tag }: PictureItem): void {
  const { content, shared } = canvas;
  const image = shared.images.add(picture.bytes, backgroundOf(canvas.page, canvas));
  canvas.mark(tag);
  canvas.extend(tag, box, picture.alt);
  const [width, height] = [box.width / crop.width, box.height / crop.height];
  content.save();
  content.rect(box);
  content.add('W n');
  content.image(image.name, image.reference, { x: box.x - crop.x * width, y: box.y - crop.y * height, width, height });
  content.restore();
}

/** What shows through a transparent picture. */
const backgroundOf = (page: Page, canvas: Canvas): readonly number[] =>
  channelsOf(canvas.shared.theme, page.background).map((channel) => Math.round(channel * 255));
