import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCanvas } from '../../src/raster/load-canvas.js';
import type { Page } from '../../src/model/page.js';
import { compileReport } from '../charts/compile-report.js';

const jpeg = (width: number, height: number): Uint8Array => {
  const canvas = loadCanvas().createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let x = 0; x < width; x += 20) {
    context.fillStyle = `rgb(${x % 256}, ${(x * 3) % 256}, 90)`;
    context.fillRect(x, 0, 20, height);
  }
  return canvas.toBuffer('image/jpeg' as never);
};

const finding = (id: string): string =>
  `      - { id: ${id}, title: What ${id} shows, pictures: [${id}], points: "- Ten years\\n- Twelve people\\n- Two rooms" }\n`;

describe('a photograph beside text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-upright-'));
  let pages: readonly Page[] = [];
  beforeAll(async () => {
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures/high.jpg'), jpeg(900, 1200));
    writeFileSync(join(folder, 'pictures/wide.jpg'), jpeg(1600, 1000));
    writeFileSync(
      join(folder, 'report.yaml'),
      `bundle: annual-briefing
theme: celadon
locale: en
outputs: [deck.pptx]
title: Two pictures
date: '2025-01-31'
sections:
  - id: s
    title: People
    findings:
${finding('high')}${finding('wide')}pictures:
  high: { file: pictures/high.jpg, alt: Stripes }
  wide: { file: pictures/wide.jpg, alt: Stripes }
`,
    );
    pages = (await compileReport(folder)).result.documents.get('deck')!.pages;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const layoutOf = (title: string): string | null | undefined => pages.find((page) => page.title === title)?.layout;

  it('has a narrow place where it is higher than wide, and a wide one where it is wide', () => {
    expect(layoutOf('What high shows')).toBe('picture-upright');
    expect(layoutOf('What wide shows')).toBe('picture-beside');
  });
});
