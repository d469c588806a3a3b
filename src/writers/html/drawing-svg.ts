/** A recorded drawing as SVG: what the preview shows. */
import { assertNever } from '../../model/assert-never.js';
import type { Drawing, DrawingOperation, Paint, PathStep } from '../../model/drawing.js';

/** `fontFamily` is set on every text; its metrics are the ones that the drawing was measured with. */
export function drawingSvg(drawing: Drawing, fontFamily: string): string {
  const definitions: string[] = [];
  const body: string[] = [];
  /** Groups that each `save` has to close. */
  const open: number[] = [0];
  const group = (attributes: string): void => {
    body.push(`<g ${attributes}>`);
    open[open.length - 1]! += 1;
  };
  const define = (xml: (id: string) => string): string => {
    const id = `d${definitions.length + 1}`;
    definitions.push(xml(id));
    return id;
  };
  for (const operation of drawing.operations) {
    switch (operation.kind) {
      case 'save': open.push(0); break;
      case 'restore': body.push('</g>'.repeat(open.pop() ?? 0)); break;
      case 'transform': group(`transform="matrix(${operation.matrix.map(number).join(' ')})"`); break;
      case 'clip': group(`clip-path="url(#${define((id) => `<clipPath id="${id}"><path d="${pathData(operation.path)}" clip-rule="${operation.rule}"/></clipPath>`)})"`); break;
      default: body.push(markXml(operation, define, fontFamily));
    }
  }
  body.push('</g>'.repeat(open.reduce((sum, count) => sum + count, 0)));
  const { width, height } = drawing.size;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}">`
    + `${definitions.length === 0 ? '' : `<defs>${definitions.join('')}</defs>`}${body.join('')}</svg>`;
}

type Mark = Exclude<DrawingOperation, { kind: 'save' | 'restore' | 'transform' | 'clip' }>;
type Define = (xml: (id: string) => string) => string;

function markXml(operation: Mark, define: Define, fontFamily: string): string {
  switch (operation.kind) {
    case 'fill':
      return `<path d="${pathData(operation.path)}" fill-rule="${operation.rule}" ${paintXml('fill', operation.paint, define)}/>`;
    case 'stroke':
      return `<path d="${pathData(operation.path)}" fill="none" ${paintXml('stroke', operation.paint, define)} stroke-width="${number(operation.width)}" stroke-linecap="${operation.cap}"`
        + ` stroke-linejoin="${operation.join}" stroke-miterlimit="${number(operation.miterLimit)}"`
        + `${operation.dash.length === 0 ? '' : ` stroke-dasharray="${operation.dash.map(number).join(' ')}" stroke-dashoffset="${number(operation.dashOffset)}"`}/>`;
    case 'text':
      return `<text x="${number(operation.x)}" y="${number(operation.y)}" font-family="${escape(fontFamily)}" font-size="${number(operation.size)}"${operation.bold ? ' font-weight="bold"' : ''}`
        + `${operation.letterSpacing === 0 ? '' : ` letter-spacing="${number(operation.letterSpacing)}"`} xml:space="preserve" ${paintXml('fill', operation.paint, define)}>${escape(operation.text)}</text>`;
    case 'image':
      return `<image x="${number(operation.x)}" y="${number(operation.y)}" width="${number(operation.width)}" height="${number(operation.height)}" preserveAspectRatio="none"`
        + ` href="data:image/png;base64,${Buffer.from(operation.png).toString('base64')}"/>`;
    default:
      return assertNever(operation);
  }
}

function paintXml(which: 'fill' | 'stroke', paint: Paint, define: Define): string {
  if (paint.kind === 'solid') return `${which}="${paint.hex}"${paint.alpha === 1 ? '' : ` ${which}-opacity="${number(paint.alpha)}"`}`;
  const stops = paint.stops.map((stop) => `<stop offset="${number(stop.offset)}" stop-color="${stop.hex}" stop-opacity="${number(stop.alpha)}"/>`).join('');
  const [from, to] = [paint.from.map(number), paint.to.map(number)];
  return `${which}="url(#${define((id) => paint.kind === 'linear'
    ? `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}">${stops}</linearGradient>`
    : `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" fx="${from[0]}" fy="${from[1]}" fr="${from[2]}" cx="${to[0]}" cy="${to[1]}" r="${to[2]}">${stops}</radialGradient>`)})"`;
}

const pathData = (path: readonly PathStep[]): string => path.map(([letter, ...numbers]) => letter + numbers.map(number).join(' ')).join('');

const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0);

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
