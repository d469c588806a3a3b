/** What a template's master and layouts show by themselves, as pieces that PDFs draw. */
import { describe, expect, it } from 'vitest';
import { readGround } from '../../../src/powerpoint/ground/read-ground.js';
import type { GroundDrawing } from '../../../src/powerpoint/ground/ground.js';
import { readTemplate } from '../../../src/powerpoint/template/read-template.js';
import { drawingOf } from '../../../src/svg/read-svg.js';
import { smallTemplate, usualLayouts, type SmallTemplate } from '../template/small-template.js';

const place = (x: number, y: number, width: number, height: number, more = ''): string =>
  `<a:xfrm${more}><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`;
const red = '<a:solidFill><a:srgbClr val="CC0000"/></a:solidFill>';
const shape = (geometry: string, fill: string, words = '', at = place(127_000, 254_000, 1_270_000, 635_000)): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${at}${geometry}${fill}</p:spPr>${words}</p:sp>`;
const preset = (name: string): string => `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;
const picture = (id: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr id="91" name="Mark"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/><a:srcRect l="25000"/></p:blipFill><p:spPr>${place(0, 0, 127_000, 127_000)}</p:spPr></p:pic>`;

function groundWith(masterShapes: string, more: Partial<SmallTemplate> = {}): GroundDrawing {
  const template = readTemplate(smallTemplate({ layouts: usualLayouts, masterShapes, ...more }));
  if (typeof template === 'string') throw new Error(template);
  return readGround(template, template.layouts[1]!);
}

const svgOf = ({ pieces }: GroundDrawing): string =>
  pieces.map((piece) => (piece.kind === 'drawing' ? piece.svg : '')).join('');

describe("a layout's ground", () => {
  it('is nothing where it shows nothing by itself', () => {
    expect(groundWith('')).toEqual({ pieces: [], undrawn: [] });
  });

  it('draws bars, turned and mirrored ones, in the colours of the theme', () => {
    const accent = '<a:solidFill><a:schemeClr val="accent1"><a:alpha val="50000"/></a:schemeClr></a:solidFill>';
    const svg = svgOf(
      groundWith(
        shape(preset('rect'), red) +
          shape(preset('roundRect'), accent, '', place(0, 0, 127_000, 127_000, ' rot="5400000" flipH="1"')),
      ),
    );
    expect(svg).toContain('<g transform="translate(10 20)"><path d="M0 0L100 0L100 50L0 50Z" fill="#CC0000"');
    expect(svg).toContain('rotate(90 5 5) translate(10 0) scale(-1 1)');
    expect(svg).toContain('fill="#0B5FA5" fill-opacity="0.5"');
    expect(drawingOf(new TextEncoder().encode(svg)).size).toEqual({ width: 960, height: 540 });
  });

  it('draws gradients along their angle, and freeforms', () => {
    const gradient =
      '<a:gradFill><a:gsLst><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="0"><a:srgbClr val="000000"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill>';
    const freeform =
      '<a:custGeom><a:avLst/><a:gdLst><a:gd name="half" fmla="*/ w 1 2"/></a:gdLst><a:pathLst><a:path w="200" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>' +
      '<a:cubicBezTo><a:pt x="half" y="0"/><a:pt x="r" y="50"/><a:pt x="200" y="100"/></a:cubicBezTo><a:close/></a:path></a:pathLst></a:custGeom>';
    const svg = svgOf(groundWith(shape(freeform, gradient)));
    expect(svg).toContain('x1="50" y1="0" x2="50" y2="50"');
    expect(svg.indexOf('#000000')).toBeLessThan(svg.indexOf('#FFFFFF'));
    expect(svg).toContain('d="M0 0C50 0 100 25 100 50Z"');
    expect(drawingOf(new TextEncoder().encode(svg)).operations.length).toBeGreaterThan(0);
  });

  it('brings what stands in a group to its place', () => {
    const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="80" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="127000" y="0"/><a:ext cx="254000" cy="254000"/><a:chOff x="0" y="0"/><a:chExt cx="127000" cy="127000"/></a:xfrm></p:grpSpPr>${shape(preset('ellipse'), red)}${picture('rIdMedia1')}</p:grpSp>`;
    const ground = groundWith(group, { media: { 'mark.png': new Uint8Array([1]) } });
    expect(svgOf(ground)).toContain('<g transform="translate(10 0) scale(2 2) translate(0 0)">');
    expect(ground.pieces.find(({ kind }) => kind === 'picture')).toMatchObject({
      box: { x: 10, y: 0, width: 20, height: 20 },
      crop: { x: 0.25, y: 0, width: 0.75, height: 1 },
    });
  });

  it('has words that stand on it with their look, and none of a placeholder', () => {
    const words =
      '<p:txBody><a:bodyPr anchor="b"/><a:lstStyle/><a:p><a:pPr algn="r"/><a:r><a:rPr lang="en-US" sz="900" b="1"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:rPr><a:t>Confidential</a:t></a:r></a:p></p:txBody>';
    const { pieces } = groundWith(shape(preset('rect'), '<a:noFill/>', words));
    expect(pieces).toEqual([
      expect.objectContaining({
        kind: 'words',
        valign: 'bottom',
        paragraphs: [
          {
            align: 'end',
            runs: [{ text: 'Confidential', size: 9, bold: true, italic: false, color: 'A5480B' }],
          },
        ],
      }),
    ]);
  });

  it('says what it does not draw', () => {
    const object =
      '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="70" name="O"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm></p:graphicFrame>';
    expect(groundWith(object + shape(preset('gear6'), red) + picture('rIdNowhere')).undrawn).toEqual([
      'object',
      'shape',
      'picture',
    ]);
  });
});
