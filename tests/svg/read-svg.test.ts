import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Drawing, DrawingOperation } from '../../src/model/drawing.js';
import { fileText } from '../../src/read/source/source-text.js';
import { readSvg } from '../../src/svg/read-svg.js';

const named = { file: 'data/r/report.yaml', line: 9, column: 11 };

function read(text: string): { drawing: Drawing | null; told: readonly Diagnostic[] } {
  const told: Diagnostic[] = [];
  const drawing = readSvg(
    'data/r/a.svg',
    fileText('data/r/a.svg', text),
    new TextEncoder().encode(text),
    named,
    (diagnostic) => void told.push(diagnostic),
  );
  return { drawing, told };
}
const svg = (content: string, attributes = 'viewBox="0 0 100 50"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>\n${content}\n</svg>`;
/** Of an SVG that is read without a word. */
function operationsOf(content: string, attributes?: string): readonly DrawingOperation[] {
  const { drawing, told } = read(svg(content, attributes));
  expect(told).toEqual([]);
  return drawing!.operations;
}
const fillOf = (content: string): Extract<DrawingOperation, { kind: 'fill' }> => {
  const found = operationsOf(content).find(({ kind }) => kind === 'fill');
  if (found?.kind !== 'fill') throw new Error('nothing is filled');
  return found;
};

describe('an SVG that runs or leads out of itself', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script of another name', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['HTML inside', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
    ['an event handler', '<rect width="9" height="9" onclick="alert(1)"/>'],
    ['a reference to the network', '<use href="https://example.org/a.svg#b"/>'],
    ['a reference of the old kind', '<use xlink:href="http://example.org/a.svg#b"/>'],
    ['a reference to a file', '<image href="../secret.png"/>'],
    ['an SVG as the picture in it', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    ['a link', '<a href="https://example.org/"><rect width="9" height="9"/></a>'],
    ['a second fill from another file', '<style>.a { fill: url( #own ); stroke: url( other.svg#b ) }</style>'],
    ['a fill from another file', '<rect width="9" height="9" fill="url(other.svg#sky)"/>'],
    [
      'a fill from the network in a style',
      '<rect width="9" height="9" style="fill: url(\'https://example.org/a.svg#b\')"/>',
    ],
    ['an imported style', '<style>@import "https://example.org/a.css";</style>'],
    ['a font from the network', '<style>@font-face { font-family: a; src: url(https://example.org/a.woff) }</style>'],
    ['a name written with escapes', '<style>.a { fill: u\\72l(https://example.org/) }</style>'],
    ['a base elsewhere', '<g xml:base="https://example.org/"/>'],
    ['a style sheet by instruction', '<?xml-stylesheet href="https://example.org/a.css"?>'],
    ['an element that shows itself', '<g id="a"><use href="#a"/></g>'],
    ['elements that show each other', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    ['elements inside each other without end', `${'<g>'.repeat(300)}${'</g>'.repeat(300)}`],
    [
      'a chain of references without end',
      Array.from({ length: 2000 }, (_, index) => `<g id="a${index}"><use href="#a${index + 1}"/></g>`).join(''),
    ],
    [
      'references that double without end',
      `<g id="a0"><rect width="1" height="1"/></g>${Array.from({ length: 20 }, (_, index) => `<g id="a${index + 1}"><use href="#a${index}"/><use href="#a${index}"/></g>`).join('')}`,
    ],
    [
      'references among elements inside each other',
      Array.from(
        { length: 40 },
        (_, index) => `<g id="a${index}">${'<g>'.repeat(150)}<use href="#a${index + 1}"/>${'</g>'.repeat(150)}</g>`,
      ).join(''),
    ],
    [
      'a long path shown over and over',
      `<path id="a" d="M0 0${'l1 1'.repeat(20_000)}"/>${'<use href="#a"/>'.repeat(200)}`,
    ],
    [
      'a clip of many shapes used over and over',
      `<clipPath id="c">${'<rect width="1" height="1"/>'.repeat(2000)}</clipPath>${'<rect width="2" height="2" clip-path="url(#c)"/>'.repeat(200)}`,
    ],
    [
      'a gradient of many stops used over and over',
      `<linearGradient id="g">${'<stop offset="0.1" stop-color="red"/>'.repeat(2000)}</linearGradient>${'<rect width="2" height="2" fill="url(#g)"/>'.repeat(200)}`,
    ],
  ])('is refused, at its line: %s', (_, content) => {
    const { drawing, told } = read(svg(content));
    expect(drawing).toBeNull();
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([['svg-refused', 'error']]);
    expect(told[0]!.span).toMatchObject({ file: 'data/r/a.svg', line: 2 });
    expect(told[0]!.hint).not.toBeNull();
  });

  it.each([
    ['a fill with paints behind it without end', `<rect width="2" height="2" fill="${'url(#a)'.repeat(50_000)}"/>`],
    [
      'a clip along a long path',
      `<clipPath id="c"><path d="M0 0${'l1 1'.repeat(200_000)}"/></clipPath><rect width="2" height="2" clip-path="url(#c)"/>`,
    ],
    [
      'a style with a rule for each of many classes',
      `<style>${Array.from({ length: 20_000 }, (_, index) => `.a${index}{fill:red}`).join('')}</style>${'<rect class="a b c" width="2" height="2"/>'.repeat(5000)}`,
    ],
  ])('is drawn all the same: %s', (_, content) => {
    const { drawing, told } = read(svg(content));
    expect(drawing).not.toBeNull();
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is refused with a document type, so that no entity is ever expanded', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"> <!ENTITY file SYSTEM "file:///etc/passwd">]>\n${svg('<title>&b;&file;</title>')}`;
    const { drawing, told } = read(bomb);
    expect([drawing, told.map(({ code }) => code)]).toEqual([null, ['svg-refused']]);
    expect(told[0]!.span).toMatchObject({ line: 2 });
  });

  it.each([
    ['an entity that is not there', '<title>&b;</title>'],
    ['a tag left open', '<g>'],
    ['two attributes of one name', '<rect x="1" x="2"/>'],
  ])('is told where its XML breaks: %s', (_, content) => {
    const { drawing, told } = read(svg(content));
    expect([drawing, told.map(({ code }) => code)]).toEqual([null, ['svg-syntax']]);
    expect(told[0]!.span!.line).toBeGreaterThanOrEqual(2);
  });

  it('may have pixels inside, which are left out and said', () => {
    const { drawing, told } = read(svg('<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>'));
    expect([drawing!.operations, told.map(({ code }) => code)]).toEqual([[], ['svg-lacks']]);
  });
});

describe('what is not drawn of an SVG', () => {
  it.each([
    ['text', '<text x="1" y="9">慈溪</text>'],
    ['a filter', '<rect width="9" height="9" filter="url(#f)"/>'],
    ['a mask', '<rect width="9" height="9" style="mask: url(#m)"/>'],
    ['a pattern', '<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>'],
    ['marks on lines', '<path d="M0 0L9 9" marker-end="url(#m)"/>'],
    [
      'movement',
      '<rect width="9" height="9"><animate attributeName="x" to="9"/></rect><animate attributeName="x" to="9"/>',
    ],
    [
      'a gradient on a line',
      '<linearGradient id="s"><stop stop-color="red"/></linearGradient><path d="M0 0L9 9" stroke="url(#s)"/>',
    ],
  ])('is said once: %s', (_, content) => {
    const { told } = read(svg(content + content.replaceAll(/id="\w"/g, '')));
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([['svg-lacks', 'warning']]);
  });

  it.each([
    '<rect width="9" height="9" fill="reddish"/>',
    '<path d="M0 0L9 9 X"/>',
    '<g transform="turn(4)"><rect width="9" height="9"/></g>',
    '<rect width="wide" height="9"/>',
    '<use href="#nowhere"/>',
    '<rect width="9" height="9" opacity="half"/>',
  ])('is said where a value cannot be read: %s', (content) => {
    expect(read(svg(content)).told.map(({ code }) => code)).toEqual(['svg-value']);
  });
});

describe('a damaged SVG', () => {
  const whole =
    svg(`<style>.a { fill: #123456; stroke: rgb(1, 2, 3) }</style><defs><linearGradient id="g" gradientTransform="rotate(20)"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>
    <clipPath id="c"><circle r="9" cx="5" cy="5"/></clipPath><symbol id="s" viewBox="0 0 9 9"><path d="M0 0A3 4 5 0 1 6 7C1 2 3 4 5 6Q1 2 3 4t5 6s1 2 3 4h5v6z"/></symbol></defs>
    <g transform="translate(3 4) matrix(1 0 0 1 2 3)" opacity=".5"><rect class="a" width="9" height="9" rx="2"/><use href="#s" width="20" height="10"/><polygon points="1,2 3,4 5,6" fill="url(#g)" clip-path="url(#c)"/></g>`);

  it('ends in diagnostics or in a drawing of numbers that a file can hold, never in an exception', () => {
    let seed = 11;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const scraps = [
      '',
      '<',
      '>',
      '"',
      '/',
      '&',
      '#',
      '(',
      ')',
      '%',
      'e',
      '-',
      '.',
      '9e99',
      '1e-300',
      'NaN',
      'url(#g)',
      '<g>',
      '</g>',
      '\0',
      '\ud800',
      '<!--',
      '<![CDATA[',
      '0 0 0',
      'M',
    ];
    for (let index = 0; index < 1500; index++) {
      const at = next(whole.length);
      const damaged = whole.slice(0, at) + scraps[next(scraps.length)]! + whole.slice(at + next(6));
      // What is not finite becomes null there; what is beyond 1e21 has an exponent in a PDF, which knows none.
      expect(JSON.stringify(read(damaged).drawing?.operations ?? []), damaged).not.toMatch(/null|e\+/);
    }
  });
});

it.each([
  ['blanks in a transform', `<g transform="${' '.repeat(300_000)}x"><rect width="9" height="9"/></g>`],
  ['blanks in a path', `<path d="M0 0${' '.repeat(300_000)}?"/>`],
  ['digits in a length', `<rect width="${'1'.repeat(300_000)}x" height="9"/>`],
  ['blanks in a length', `<rect width="1${' '.repeat(300_000)}x" height="9"/>`],
  ['comments in a style', `<style>${'/*'.repeat(300_000)}</style>`],
  ['a style without rules', `<style>${'a'.repeat(300_000)}</style>`],
  ['a style of references', `<style>${'url('.repeat(100_000)}</style>`],
])('an SVG built to keep a reader busy does not: %s', (_, content) => {
  const start = performance.now();
  read(svg(content));
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('the size of an SVG', () => {
  it.each([
    ['viewBox="0 0 1600 900"', 1600, 900],
    ['width="300" height="200"', 300, 200],
    ['width="96pt" height="1in" viewBox="0 0 4 3"', 128, 96],
    ['width="300" viewBox="0 0 4 3"', 300, 225],
    ['width="100%" height="100%" viewBox="0 0 4 3"', 4, 3],
  ])('comes from its attributes: %s', (attributes, width, height) => {
    expect(read(svg('', attributes)).drawing!.size).toEqual({ width, height });
  });

  it('is asked for where it says none', () => {
    expect(read(svg('', 'viewBox="0 0 0 0"')).told.map(({ code }) => code)).toEqual(['svg-size']);
  });

  it('is filled in the middle by a viewBox of another shape', () => {
    expect(operationsOf('<rect width="10" height="10"/>', 'width="200" height="100" viewBox="0 0 10 10"')[1]).toEqual({
      kind: 'transform',
      matrix: [10, 0, 0, 10, 50, 0],
    });
  });
});

describe('the styles of an SVG', () => {
  it("come from attributes, under rules, under the element's own, and are inherited", () => {
    const paint = (element: string): unknown =>
      fillOf(
        `<style>rect { fill: #111111 } .a { fill: #222222 } #b { fill: #333333 }</style><g fill="#444444">${element}</g>`,
      ).paint;
    const solid = (hex: string) => ({ kind: 'solid', hex, alpha: 1 });
    expect(paint('<path d="M0 0H9V9Z"/>')).toEqual(solid('#444444'));
    expect(paint('<rect width="9" height="9" fill="#555555"/>')).toEqual(solid('#111111'));
    expect(paint('<rect class="z a" width="9" height="9"/>')).toEqual(solid('#222222'));
    expect(paint('<rect id="b" class="a" width="9" height="9"/>')).toEqual(solid('#333333'));
    expect(paint('<rect id="b" style="fill: #666666" width="9" height="9"/>')).toEqual(solid('#666666'));
  });

  it.each([
    ['#abc', '#aabbcc', 1],
    ['rgb(10, 20, 30)', '#0a141e', 1],
    ['rgba(100%, 0%, 0%, 0.5)', '#ff0000', 0.5],
    ['hsl(120, 100%, 25%)', '#008000', 1],
    ['TEAL', '#008080', 1],
    ['currentColor', '#123456', 1],
    ['#11223380', '#112233', 128 / 255],
    ['color-mix(in srgb, #ff0000 25%, #0000ff)', '#4000bf', 1],
    ['color-mix(in srgb, white, rgb(0, 0, 0))', '#808080', 1],
  ])('read the colour %s', (written, hex, alpha) => {
    expect(fillOf(`<g color="#123456"><rect width="9" height="9" fill="${written}"/></g>`).paint).toEqual({
      kind: 'solid',
      hex,
      alpha,
    });
  });

  it.each([
    ['g > rect', '<g><rect width="9" height="9"/></g>'],
    ['svg .box rect', '<g class="box"><g><rect width="9" height="9"/></g></g>'],
    ['rect.a.b', '<rect class="b a" width="9" height="9"/>'],
    ['[data-kind="sum"]', '<rect data-kind="sum" width="9" height="9"/>'],
    ['[class^=st]', '<rect class="st7" width="9" height="9"/>'],
    ['#top rect, circle', '<g id="top"><rect width="9" height="9"/></g>'],
  ])('are found by %s', (selector, content) => {
    expect(fillOf(`<style>${selector} { fill: #aa0000 } rect:hover { fill: #000001 }</style>${content}`).paint).toEqual(
      {
        kind: 'solid',
        hex: '#aa0000',
        alpha: 1,
      },
    );
    const other = '<rect width="8" height="8" fill="#123456"/>';
    expect(fillOf(`<style>${selector} { fill: #aa0000 }</style>${other}`).paint).toMatchObject({ hex: '#123456' });
  });

  it.each([
    ['at-rules that never begin', '@charset '.repeat(100_000)],
    ['pages that never end', '@page '.repeat(100_000)],
    ['a selector of spaces', `a${' '.repeat(100_000)}b { fill: red }`],
    ['a selector of names', `${'a '.repeat(100_000)}{ fill: red }`],
    ['a bracket that nothing opens', `${'a'.repeat(100_000)}] { fill: red }`],
    ['a mixture of many', `rect { fill: color-mix(in srgb,${'a,'.repeat(100_000)}) }`],
  ])(
    'are read in a time that grows with their length alone: %s',
    (_, style) => {
      expect(read(svg(`<style>${style}</style><rect width="9" height="9"/>`))).toBeDefined();
    },
    20_000,
  );

  it('are as strong as their selectors, and an important one is stronger', () => {
    const paint = (rules: string): unknown =>
      fillOf(`<style>${rules}</style><g class="g"><rect class="a" id="b" width="9" height="9"/></g>`).paint;
    expect(paint('.g .a { fill: #111111 } .a { fill: #222222 }')).toMatchObject({ hex: '#111111' });
    expect(paint('#b { fill: #111111 } .g rect.a { fill: #222222 }')).toMatchObject({ hex: '#111111' });
    expect(paint('#b { fill: #111111 } rect { fill: #222222 !important }')).toMatchObject({ hex: '#222222' });
  });

  it('may name values by custom properties, with others in their place', () => {
    const paint = (more: string): unknown =>
      fillOf(`<style>:root { --main: #1b7472; --deep: var(--main) } g { --own: #222222 }</style>${more}`).paint;
    expect(paint('<rect width="9" height="9" fill="var(--deep)"/>')).toMatchObject({ hex: '#1b7472' });
    expect(paint('<g><rect width="9" height="9" style="fill: var(--own)"/></g>')).toMatchObject({ hex: '#222222' });
    expect(paint('<rect width="9" height="9" fill="var(--none, rgb(1, 2, 3))"/>')).toMatchObject({ hex: '#010203' });
  });

  it.each([
    ['svg-rule', '<style>rect:nth-child(2n) { fill: red }</style>'],
    ['svg-rule', '<style>rect > { fill: red }</style>'],
    ['svg-rule', '<style>@media print { rect { fill: red } }</style>'],
    ['svg-function', '<rect width="9" height="9" fill="var(--nothing)"/>'],
    ['svg-function', '<rect width="9" height="9" fill="color-mix(in oklch, red, blue)"/>'],
    ['svg-function', '<rect width="9" height="9" fill="oklch(60% 0.1 200)"/>'],
    ['svg-function', '<rect width="9" height="9" stroke="red" stroke-width="calc(1px + 2px)"/>'],
  ])('that are not read are refused, for what they paint would be black: %s', (code, content) => {
    const { drawing, told } = read(svg(`${content}<rect width="5" height="5"/>`));
    expect([drawing, told.map((each) => each.code)]).toEqual([null, [code]]);
  });

  it('make one thing paler alone, and several as one', () => {
    expect(operationsOf('<g opacity="0.5"><rect width="9" height="9" fill-opacity="0.5"/></g>')).toMatchObject([
      { kind: 'fill', paint: { alpha: 0.25 } },
    ]);
    expect(
      operationsOf('<g opacity="0.5"><rect width="9" height="9"/><rect x="5" width="9" height="9"/></g>'),
    ).toMatchObject([{ kind: 'group', alpha: 0.5, operations: [{ kind: 'fill' }, { kind: 'fill' }] }]);
  });

  it('leave out what is not shown', () => {
    expect(
      operationsOf(
        '<rect width="9" height="9" display="none"/><rect width="9" height="9" fill="none"/><rect width="9" height="9" visibility="hidden"/><rect width="0" height="9"/>',
      ),
    ).toEqual([]);
  });
});
