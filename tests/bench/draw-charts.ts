/**
 * The charts of a document as PNGs, for scripts that get them ready.
 *
 *     draw-charts.js SHAPE.json FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartPictures, pictureName } from './chart-picture.js';
import type { Shape } from './shape.js';

const [shapeFile, folder] = process.argv.slice(2);
const shape = JSON.parse(readFileSync(shapeFile!, 'utf8')) as Shape;
const pictureOf = await chartPictures(undefined);
shape.pages.forEach(({ charts }, page) =>
  charts.forEach((chart, index) =>
    writeFileSync(join(folder!, pictureName(page, index)), pictureOf(chart, page, index)),
  ),
);
