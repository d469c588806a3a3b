/**
 * What a template's layouts show where slides will stand on them, in pixels: photographs, gradients and veils have no
 * one colour that text could be held against.
 */
import type { OpenedTemplate } from './powerpoint/template/open-template.js';
import { layoutsInUse } from './powerpoint/template/layouts-in-use.js';
import type { GroundPixels, Template, TemplateLayout } from './powerpoint/template/template.js';
import { areaOf } from './powerpoint/template/measure-layout.js';
import type { ScenePiece } from './raster/paint-scene.js';
import { drawingOfGround, pictureOf } from './template-picture.js';

/** Pixels across a slide: a line of text is some of them high. */
const sceneWidth = 320;
/** Share of the slide from which on something without a plain colour is looked at. */
const leastSeen = 0.01;

/** The template, with the pixels of those layouts that are used and whose colours alone do not say what is seen. */
export async function seeGrounds(opened: OpenedTemplate): Promise<OpenedTemplate> {
  const { template } = opened;
  const seen = new Map<TemplateLayout, GroundPixels>();
  for (const layout of layoutsInUse(template, opened.mapping))
    if (isManyColored(layout, template)) seen.set(layout, await pixelsOf(template, layout));
  if (seen.size === 0) return opened;
  const layouts = template.layouts.map((layout) => ({ ...layout, pixels: seen.get(layout) ?? null }));
  return { ...opened, template: { ...template, layouts } };
}

const isManyColored = ({ ground, obstacles }: TemplateLayout, { size }: Template): boolean =>
  ground.kind === 'picture' ||
  ground.colors.length > 1 ||
  obstacles.some(
    ({ kind, box, fill }) =>
      areaOf(box) > areaOf(size) * leastSeen && (kind === 'picture' || (kind === 'shape' && fill === null)),
  );

async function pixelsOf(template: Template, layout: TemplateLayout): Promise<GroundPixels> {
  const { readGround } = await import('./powerpoint/ground/read-ground.js');
  const { paintScene } = await import('./raster/paint-scene.js');
  const pieces = readGround(template, layout).pieces.flatMap((piece): readonly ScenePiece[] => {
    if (piece.kind === 'words') return [];
    if (piece.kind === 'drawing') {
      const drawing = drawingOfGround(piece.svg);
      return drawing === null ? [] : [{ kind: 'drawing', drawing }];
    }
    const picture = pictureOf(piece.bytes, piece.path);
    if (picture === null || picture.format === 'svg') return [];
    return [{ ...piece, bytes: picture.bytes }];
  });
  const ground = layout.ground.kind === 'colors' ? layout.ground.colors[0] : 'FFFFFF';
  return paintScene(pieces, { size: template.size, ground, width: sceneWidth });
}
