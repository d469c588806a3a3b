/** A sketch as shapes of PowerPoint that can be recoloured and edited, in a group (ISO 29500-1, 19.3.1.22). */
import { assertNever } from '../../../model/assert-never.js';
import type { Box, Pt } from '../../../model/length.js';
import type {
  Sketch,
  SketchArea,
  SketchBox,
  SketchLine,
  SketchPoint,
  SketchShape,
  SketchStroke,
  SketchText,
  SketchWords,
} from '../../../model/native-chart.js';
import { bodyFont, emu, fillXml, hundredths, noFill, noLine, placeXml, presetGeometry } from '../../xml/drawing-ml.js';
import { element, fragment, setting, text, type Content, type Xml } from '../../xml/element.js';
import { partName } from '../../../locale/part-words.js';
import { languageOf } from '../../xml/text-language.js';
import { pointBounds, roomierBox } from '../plan/sketch-places.js';
import { groupFrame } from './group-xml.js';

interface Placed {
  /** The sketch's top left on the slide. */
  readonly x: Pt;
  readonly y: Pt;
  readonly language: string;
  /** The id of the next shape. */
  nextId(): number;
}

export interface GroupOf {
  readonly box: Box;
  readonly name: string;
  readonly alt: string;
  /** Ids of its shapes are above it: a thousand are kept for each. */
  readonly id: number;
  readonly language: string;
}

/** Its shapes without a group, as they stand on their slide. `id` is below the first of theirs. */
export function sketchShapes({ box, id, language }: Pick<GroupOf, 'box' | 'id' | 'language'>, sketch: Sketch): Xml {
  let next = id;
  const placed: Placed = { x: box.x, y: box.y, language, nextId: () => ++next };
  return fragment(...sketch.map((shape) => shapeXml(shape, placed)));
}

/** A group that stands where its content stands. `inner` is what lies behind the sketch: a chart's frame. */
export function sketchGroup({ box, name, alt, id, language }: GroupOf, sketch: Sketch, inner: Content = null): Xml {
  return element(
    'p:grpSp',
    {},
    element(
      'p:nvGrpSpPr',
      {},
      element('p:cNvPr', { id, name, descr: alt === '' ? null : alt }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    groupFrame(box),
    inner,
    sketchShapes({ box, id, language }, sketch),
  );
}

function shapeXml(shape: SketchShape, placed: Placed): Xml {
  switch (shape.kind) {
    case 'line':
      return lineXml(shape, placed);
    case 'box':
      return boxXml(shape, placed);
    case 'area':
      return areaXml(shape, placed);
    case 'words':
      return wordsXml(shape, placed);
    default:
      return assertNever(shape);
  }
}

const strokeXml = (stroke: SketchStroke | undefined, dash = false, head = false): Xml =>
  stroke === undefined
    ? noLine
    : element(
        'a:ln',
        { w: emu(stroke.width) },
        fillXml(stroke.color),
        dash && setting('a:prstDash', 'dash'),
        element('a:round'),
        head && element('a:tailEnd', { type: 'triangle', w: 'med', len: 'med' }),
      );

const placeOf = (box: Box, { x, y }: Placed): Xml =>
  placeXml(emu(x + box.x), emu(y + box.y), emu(box.width), emu(box.height));

/** A straight line is a connector, as PowerPoint's own are; a bent one a path. */
function lineXml(line: SketchLine, placed: Placed): Xml {
  const bounds = pointBounds(line.points);
  const id = placed.nextId();
  const stroke = strokeXml(line, line.dash, line.head);
  if (line.points.length > 2)
    return shapeOf(
      id,
      partName('line', placed.language, String(id)),
      pathXml([line.points], bounds, false),
      bounds,
      placed,
      noFill,
      stroke,
    );
  const [[fromX, fromY], [toX, toY]] = line.points as [SketchPoint, SketchPoint];
  return element(
    'p:cxnSp',
    {},
    element(
      'p:nvCxnSpPr',
      {},
      element('p:cNvPr', { id, name: partName('line', placed.language, String(id)) }),
      element('p:cNvCxnSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:spPr',
      {},
      element(
        'a:xfrm',
        { flipH: toX < fromX ? 1 : null, flipV: toY < fromY ? 1 : null },
        element('a:off', { x: emu(placed.x + bounds.x), y: emu(placed.y + bounds.y) }),
        element('a:ext', { cx: emu(bounds.width), cy: emu(bounds.height) }),
      ),
      presetGeometry('line'),
      stroke,
    ),
  );
}

const forms = { rect: 'rect', pill: 'roundRect', oval: 'ellipse', diamond: 'diamond' } as const;

function boxXml({ box, form, fill, stroke, text: words, name }: SketchBox, placed: Placed): Xml {
  const id = placed.nextId();
  const geometry =
    form === 'pill'
      ? element(
          'a:prstGeom',
          { prst: 'roundRect' },
          element('a:avLst', {}, element('a:gd', { name: 'adj', fmla: 'val 50000' })),
        )
      : presetGeometry(forms[form]);
  return shapeOf(
    id,
    name ?? partName('shape', placed.language, String(id)),
    geometry,
    box,
    placed,
    fillXml(fill),
    strokeXml(stroke),
    words,
  );
}

function areaXml({ rings, fill, stroke, name }: SketchArea, placed: Placed): Xml {
  const id = placed.nextId();
  const bounds = pointBounds(rings.flat());
  return shapeOf(
    id,
    name ?? partName('shape', placed.language, String(id)),
    pathXml(rings, bounds, true),
    bounds,
    placed,
    fillXml(fill),
    strokeXml(stroke),
  );
}

function wordsXml({ box, text: words }: SketchWords, placed: Placed): Xml {
  const id = placed.nextId();
  const name = words.lines.join(' ');
  return shapeOf(id, name, presetGeometry('rect'), roomierBox(box, words.align), placed, noFill, noLine, words, true);
}

/** A path in EMU of its own box. */
function pathXml(rings: readonly (readonly SketchPoint[])[], bounds: Box, closed: boolean): Xml {
  const at = ([x, y]: SketchPoint): Xml => element('a:pt', { x: emu(x - bounds.x), y: emu(y - bounds.y) });
  const steps = rings.map((ring) => [
    ...ring.map((point, index) => element(index === 0 ? 'a:moveTo' : 'a:lnTo', {}, at(point))),
    closed && element('a:close'),
  ]);
  return element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element('a:gdLst'),
    element('a:ahLst'),
    element('a:cxnLst'),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element(
      'a:pathLst',
      {},
      element('a:path', { w: emu(bounds.width), h: emu(bounds.height), fill: closed ? null : 'none' }, steps),
    ),
  );
}

function shapeOf(
  id: number,
  name: string,
  geometry: Xml,
  box: Box,
  placed: Placed,
  fill: Xml,
  stroke: Xml,
  words?: SketchText,
  isText = false,
): Xml {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', { txBox: isText ? 1 : null }),
      element('p:nvPr'),
    ),
    element('p:spPr', {}, placeOf(box, placed), geometry, fill, stroke),
    bodyXml(words, placed),
  );
}

const alignments = { left: 'l', center: 'ctr', right: 'r' } as const;

/** Lines are set as they were broken: no program breaks them again. */
function bodyXml(words: SketchText | undefined, { language }: Placed): Xml {
  const paragraph = (line: string, look: SketchText): Xml =>
    element(
      'a:p',
      {},
      element('a:pPr', { algn: alignments[look.align] }),
      line === ''
        ? element('a:endParaRPr', { lang: language, sz: hundredths(look.size) })
        : element(
            'a:r',
            {},
            element(
              'a:rPr',
              { lang: languageOf(line, language), sz: hundredths(look.size), b: look.bold, dirty: 0 },
              fillXml(look.color),
              bodyFont,
            ),
            element('a:t', {}, text(line)),
          ),
    );
  return element(
    'p:txBody',
    {},
    element(
      'a:bodyPr',
      { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: 0, anchor: 'ctr' },
      element('a:noAutofit'),
    ),
    element('a:lstStyle'),
    words === undefined || words.lines.length === 0
      ? element('a:p', {}, element('a:endParaRPr', { lang: language }))
      : fragment(...words.lines.map((line) => paragraph(line, words))),
  );
}
