/** Pictures, cropped to their box: drawings as forms, pixels as images. */
import type { Picture } from '../../../model/document.js';
import type { Box } from '../../../model/length.js';
import type { Page, PictureItem } from '../../../model/page.js';
import { drawingOf } from '../../../svg/read-svg.js';
import type { Canvas } from './canvas.js';
import { channelsOf } from '../../drawn/theme-channels.js';

export function drawPicture(canvas: Canvas, { picture, box, crop, tag }: PictureItem): void {
  const { content } = canvas;
  canvas.mark(tag);
  canvas.extend(tag, box, picture.alt);
  const [width, height] = [box.width / crop.width, box.height / crop.height];
  content.save();
  content.rect(box);
  content.add('W n');
  showPicture(canvas, picture, { x: box.x - crop.x * width, y: box.y - crop.y * height, width, height });
  content.restore();
}

function showPicture(canvas: Canvas, picture: Picture, whole: Box): void {
  const { content, shared } = canvas;
  if (picture.vector === undefined) {
    const image = shared.images.add(shared.pictures(picture).bytes, backgroundOf(canvas.page, canvas));
    content.image(image.name, image.reference, whole);
    return;
  }
  const drawing = drawingOf(picture.vector);
  content.transform([whole.width / drawing.size.width, 0, 0, whole.height / drawing.size.height, whole.x, whole.y]);
  content.form(shared.formOf(drawing, canvas));
}

/** What shows through a transparent picture. */
const backgroundOf = (page: Page, canvas: Canvas): readonly number[] =>
  channelsOf(canvas.shared.theme, page.background).map((channel) => Math.round(channel * 255));
