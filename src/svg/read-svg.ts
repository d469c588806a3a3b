/**
 * An SVG to a drawing. The file is data: it is refused where it runs something or leads out of itself, and what is not
 * drawn is said. Drawn are shapes and paths, gradients, opacity, groups, transforms, clip paths, `use`, line styles,
 * and styles by rules of CSS with custom properties.
 */
import {
  notAPicture,
  svgFunction,
  svgLacks,
  svgRefused,
  svgRule,
  svgUnread,
  svgWithoutSize,
} from '../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import type { Drawing, DrawingOperation } from '../model/drawing.js';
import type { Span } from '../model/span.js';
import { drawChildren, under } from './draw-svg.js';
import { parseSvg, type SvgText } from './parse-svg.js';
import { beginningOf } from './refuse-element.js';
import { readStyleRules } from './style-rules.js';
import type { SvgDrawer } from './svg-drawer.js';
import type { SvgElement } from './svg-element.js';
import { initialStyle, styleOf } from './svg-style.js';
import { sizeOf, viewBoxMatrix, viewBoxOf } from './svg-viewport.js';

/**
 * What is shown again counts again: references inside references grow without end. Characters are those of attributes,
 * paths above all.
 */
const mostDrawn = 200_000;
const mostCharacters = 10_000_000;
const deepestDrawn = 250;

const known = new WeakMap<Uint8Array, Drawing>();

/**
 * In px. Null and a diagnostic where it is refused or cannot be read; `named` is where the report names the file, and
 * `source` its `bytes` as text.
 */
export function readSvg(path: string, source: SvgText, bytes: Uint8Array, named: Span, tell: Tell): Drawing | null {
  const drawing = drawText(path, source, named, tell);
  if (drawing !== null) known.set(bytes, drawing);
  return drawing;
}

/**
 * What the bytes of an SVG hold that was read without an error, in this process or before; what is to be told of it was
 * told then.
 */
export function drawingOf(bytes: Uint8Array): Drawing {
  const nowhere: Span = { file: '', line: 1, column: 1 };
  const decode = (): string => new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
  const drawing =
    known.get(bytes) ?? readSvg('', { text: decode(), at: () => nowhere }, bytes, nowhere, () => undefined);
  if (drawing === null) throw new Error('an SVG that was read before cannot be read');
  return drawing;
}

function drawText(path: string, source: SvgText, named: Span, tell: Tell): Drawing | null {
  const root = parseSvg(source, tell);
  if (root === null) return null;
  if (root.name !== 'svg') {
    tell(notAPicture(path, `XML of <${root.name}>`, named));
    return null;
  }
  const size = sizeOf(root);
  if (size === null) {
    tell(svgWithoutSize(path, source.at(root.offset)));
    return null;
  }
  const elements = elementsOf(root);
  const rules = readStyleRules(
    elements.filter(({ name }) => name === 'style'),
    root,
  );
  if (rules.unread.length > 0) {
    // Without its colour a shape would be black.
    tell(svgRule(beginningOf(rules.unread[0]!), source.at(root.offset)));
    return null;
  }
  const { style } = styleOf(root, initialStyle, rules, 0, () => undefined);
  let refused = false;
  const drawer: SvgDrawer = {
    byId: new Map(
      elements.flatMap((element) =>
        element.attributes['id'] === undefined ? [] : [[element.attributes['id'], element]],
      ),
    ),
    rules,
    variables: style.variables,
    viewport: viewBoxOf(root) ?? size,
    ...reporting(source, (diagnostic) => {
      refused ||= diagnostic.severity === 'error';
      tell(diagnostic);
    }),
  };
  const operations: DrawingOperation[] = [];
  drawChildren(root, style, drawer, operations);
  return refused ? null : { size, operations: under(viewBoxMatrix(root, size), operations) };
}

function elementsOf(root: SvgElement): SvgElement[] {
  const found = [root];
  for (let at = 0; at < found.length; at++) for (const child of found[at]!.children) found.push(child);
  return found;
}

/** Each thing that is left out is said once; nothing more is drawn of what is refused. */
function reporting(source: SvgText, tell: Tell): Pick<SvgDrawer, 'say' | 'unread' | 'count' | 'enter'> {
  const said = new Set<string>();
  const entered: SvgElement[] = [];
  let drawn = 0;
  let characters = 0;
  let refused = false;
  const once = (key: string, made: () => Diagnostic): void => {
    if (said.has(key)) return;
    said.add(key);
    tell(made());
  };
  const refuse = (what: string, element: SvgElement): void => {
    if (!refused) tell(svgRefused(what, source.at(element.offset)));
    refused = true;
  };
  return {
    say: (what, element) => once(what, () => svgLacks(what, source.at(element.offset))),
    unread: (property, value, element) =>
      once(`${property}: ${value}`, () =>
        (property !== 'transform' && /[a-z-]\(/i.test(value) ? svgFunction : svgUnread)(
          property,
          value,
          source.at(element.offset),
        ),
      ),
    count: (element) => {
      drawn += 1;
      for (const name in element.attributes) characters += element.attributes[name]!.length;
      if (drawn > mostDrawn) refuse(`more than ${mostDrawn} elements, those shown again counted again`, element);
      if (characters > mostCharacters)
        refuse(`more than ${mostCharacters} characters of paths, those shown again counted again`, element);
      return !refused;
    },
    enter: (element, draw) => {
      if (entered.includes(element)) return refuse('an element that shows itself', element);
      if (entered.length === deepestDrawn)
        return refuse(`more than ${deepestDrawn} elements inside each other, those shown again counted again`, element);
      entered.push(element);
      draw();
      entered.pop();
    },
  };
}
