/**
 * Drawings of SVGs, on a page of a PDF that pdfjs-dist paints and as pixels for a deck, against the canvas's own
 * picture of the same file.
 * The edges of three painters differ, so they are compared in cells of 4 × 4 px: the mean of a cell's red, green and
 * blue may be apart by a
 * tenth of the way from black to white in no more than one cell of a hundred, and by a quarter in none.
 */
import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from 'canvas';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/model/document.js';
import type { Drawing } from '../../src/model/drawing.js';
import { paintDrawing } from '../../src/raster/paint-drawing.js';
import { readSvg } from '../../src/svg/read-svg.js';
import { writeSvgFile } from '../../src/writers/svg/svg-file.js';
import { writePdf } from '../../src/writers/pdf/write-pdf.js';
import { readPdf } from '../readers/read-pdf.js';
import { collectingContext, node, page, pageSet } from '../writers/pdf/sample-pages.js';

const cell = 4;
const [width, height] = [320, 180];

const whole = { x: 0, y: 0, width: 1, height: 1 };
const head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180">';

const drawings: Readonly<Record<string, string>> = {
  shapes: `${head}<rect x="10" y="10" width="60" height="40" fill="#176b6b"/><rect x="80" y="10" width="60" height="40" rx="20" ry="8" fill="teal" stroke="#222" stroke-width="3"/>
    <circle cx="180" cy="30" r="22" fill="rgb(200,80,40)"/><ellipse cx="250" cy="30" rx="40" ry="15" fill="none" stroke="#446" stroke-width="4"/>
    <polygon points="20,80 60,70 90,120 30,130" fill="#b7c"/><polyline points="110,80 150,120 190,80 230,120" fill="none" stroke="#333" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"/>
    <line x1="240" y1="70" x2="310" y2="130" stroke="#a33" stroke-width="5" stroke-dasharray="12 6" stroke-dashoffset="4"/>
    <path fill-rule="evenodd" d="M20 140h60v35h-60zM30 145h40v25h-40z"/></svg>`,
  paths: `${head}<path d="M20 60 A30 20 30 0 1 90 60 a30 20 30 1 1 -70 0z" fill="#2a6"/><path d="M120 80c10-60 40-60 50 0s40 60 50 0" fill="none" stroke="#136" stroke-width="7"/>
    <path d="M20 150q30-60 60 0t60 0T200 150" fill="none" stroke="#c60" stroke-width="5"/><path d="m230 20 l40 0 0 40-40 0z m10 10v20h20v-20z" fill="#507"/>
    <path d="M230,100A35,35 0 01300,100L265 160z" fill="#888"/></svg>`,
  gradients: `${head}<defs><linearGradient id="base"><stop offset="0" stop-color="#f40"/><stop offset=".5" stop-color="#fd0"/><stop offset="1" stop-color="#06a"/></linearGradient>
    <linearGradient id="tilted" href="#base" x1="0" y1="0" x2="1" y2="1"/><linearGradient id="own" href="#base" gradientUnits="userSpaceOnUse" x1="220" y1="10" x2="310" y2="80" gradientTransform="rotate(20 260 40)"/>
    <radialGradient id="round" cx=".4" cy=".4" r=".6"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#024"/></radialGradient></defs>
    <rect x="10" y="10" width="90" height="70" fill="url(#base)"/><rect x="110" y="10" width="95" height="50" fill="url(#tilted)"/><rect x="220" y="10" width="90" height="70" fill="url(#own)"/>
    <ellipse cx="60" cy="130" rx="50" ry="30" fill="url(#round)"/></svg>`,
  fading: `${head}<linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#024"/><stop offset="1" stop-color="#024" stop-opacity="0"/></linearGradient>
    <rect x="20" y="15" width="290" height="155" fill="#fb8"/><rect x="30" y="20" width="170" height="145" fill="url(#fade)" stroke="#a00" stroke-opacity=".5" stroke-width="9"/></svg>`,
  groups: `${head}<defs><g id="leaf"><path d="M0 0C10 -20 30 -20 40 0C30 20 10 20 0 0z"/><path d="M0 0H40" stroke="#fff" stroke-width="2"/></g><symbol id="box" viewBox="0 0 10 10"><rect width="10" height="10"/><circle cx="5" cy="5" r="4" fill="#fff"/></symbol>
    <clipPath id="cut"><circle cx="250" cy="120" r="40"/></clipPath><clipPath id="half" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath></defs>
    <use href="#leaf" x="20" y="40" fill="#284"/><use href="#leaf" transform="translate(100 40) rotate(30) scale(1.5)" fill="#a52"/><use href="#box" x="200" y="10" width="60" height="50" fill="#357"/>
    <g opacity=".5"><rect x="20" y="90" width="80" height="60" fill="#c22"/><rect x="60" y="110" width="80" height="60" fill="#22c" stroke="#000" stroke-width="8"/></g>
    <g clip-path="url(#cut)"><rect x="200" y="70" width="110" height="110" fill="#7a3"/><path d="M200 180L310 70" stroke="#fff" stroke-width="12"/></g>
    <rect x="150" y="90" width="50" height="30" fill="#909" clip-path="url(#half)"/><g transform="matrix(1 .2 -.3 1 190 130) skewX(10)"><rect width="30" height="30" fill="none" stroke="#066" stroke-width="6"/></g></svg>`,
};

/** Means of red, green and blue, 0 to 1, on white. */
async function cellsOf(picture: Uint8Array): Promise<number[]> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(await loadImage(Buffer.from(picture)), 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const across = width / cell;
  return Array.from({ length: ((across * height) / cell) * 3 }, (_, index) => {
    const [at, color] = [Math.floor(index / 3), index % 3];
    let sum = 0;
    for (let y = 0; y < cell; y++)
      for (let x = 0; x < cell; x++)
        sum += data[((Math.floor(at / across) * cell + y) * width + (at % across) * cell + x) * 4 + color]!;
    return sum / 255 / cell ** 2;
  });
}

function draw(bytes: Uint8Array): Drawing {
  const span = { file: 'r', line: 1, column: 1 };
  const drawing = readSvg(
    'a.svg',
    { text: new TextDecoder().decode(bytes), at: () => span },
    bytes,
    span,
    ({ message }) => {
      throw new Error(message);
    },
  );
  if (drawing === null) throw new Error('nothing was drawn');
  return drawing;
}

async function onPage(bytes: Uint8Array): Promise<Uint8Array> {
  const picture: Picture = {
    id: 'a',
    file: 'a.svg',
    format: 'svg',
    bytes,
    width,
    height,
    vector: bytes,
    focus: { x: 0.5, y: 0.5 },
    alt: '',
  };
  const item = {
    kind: 'picture',
    name: 'a',
    tag: 0,
    picture,
    crop: whole,
    box: { x: 0, y: 0, width, height },
  } as const;
  const pdf = await readPdf(
    await writePdf(
      pageSet([{ ...page('1', item), size: { width, height } }], [node('Figure', null, { alt: 'a' })]),
      collectingContext(),
    ),
  );
  // pdfjs-dist draws no line thinner than a pixel.
  return (await pdf.render(0, 3)).png;
}

function compare(drawn: readonly number[], expected: readonly number[]): void {
  expect(new Set(expected).size, 'something is drawn').toBeGreaterThan(50);
  const differences = drawn.map((value, index) => Math.abs(value - expected[index]!)).sort((one, other) => other - one);
  expect(differences[0]).toBeLessThan(0.25);
  expect(differences.filter((difference) => difference > 0.1).length).toBeLessThanOrEqual(differences.length / 100);
}

const artwork = ['kiln', 'skyline', 'expressway', 'fields'].map(
  (name) => [name, readFileSync(new URL(`../../data/cixi-2024/pictures/${name}.svg`, import.meta.url))] as const,
);
const own = Object.entries(drawings).map(([name, text]) => [name, Buffer.from(text)] as const);

describe.each([...own, ...artwork])(
  'the SVG of %s',
  (_, given) => {
    const bytes = new Uint8Array(given);
    const text = given.toString();

    // pdfjs-dist fills what fades out; poppler and mutool fade it.
    it.skipIf(text.includes('stop-opacity'))('looks on paper as its own file does', async () => {
      compare(await cellsOf(await onPage(bytes)), await cellsOf(bytes));
    });

    it('looks as its own file does where it is written again for a deck', async () => {
      compare(await cellsOf(writeSvgFile(draw(bytes))), await cellsOf(bytes));
    });

    it('looks in pixels as its own file does', async () => {
      compare(await cellsOf(paintDrawing(draw(bytes), width, height)), await cellsOf(bytes));
    });
  },
  60_000,
);
