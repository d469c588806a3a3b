/** Decks made inside templates of our own: what stays, what lands where, what is told. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { openPackage, type OpenedPackage } from '../../../src/powerpoint/package/open-package.js';
import { readTemplate } from '../../../src/powerpoint/template/read-template.js';
import { findLogo } from '../../../src/powerpoint/template/find-logo.js';
import { rankLayouts } from '../../../src/powerpoint/template/score-layouts.js';
import type { Template } from '../../../src/powerpoint/template/template.js';
import { recordingWorld } from '../../cli/recording-world.js';
import { checkPackage } from '../../readers/check-package.js';
import { encodeGrey } from '../../readers/grey-picture.js';
import { objectsOf } from '../../readers/pdf-objects-of.js';
import { readPdf } from '../../readers/read-pdf.js';
import { validatorErrors } from '../../writers/pptx/validator.js';
import { makeEot } from '../fonts/make-eot.js';
import { smallTemplate, usualLayouts, type SmallPlaceholder, type SmallTemplate } from './small-template.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-template-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Built {
  readonly code: number;
  readonly told: string;
  readonly bytes: Uint8Array;
  readonly deck: OpenedPackage;
  readonly slides: readonly string[];
}

/** With no font of this machine's, but for those of a folder. */
async function build(template: SmallTemplate | Uint8Array, name: string, fonts = 'none'): Promise<Built> {
  const file = join(folder, name);
  writeFileSync(file, template instanceof Uint8Array ? template : smallTemplate(template));
  const { world, out } = recordingWorld();
  const target = join(folder, `${name}-out`);
  const report = 'tests/cases/minimal/report';
  const code = await run(
    ['build', report, '--template', file, '--fonts', fonts, '--only', 'deck.pptx', '--out', target],
    world,
  );
  if (code !== 0)
    return {
      code,
      told: out.stderr,
      bytes: new Uint8Array(),
      deck: openPackage(new Uint8Array()) as never,
      slides: [],
    };
  const bytes = new Uint8Array(readFileSync(join(target, 'deck.pptx')));
  const deck = openPackage(bytes) as OpenedPackage;
  const slides = [...deck.parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  return { code, told: out.stderr, bytes, deck, slides: slides.map((path) => deck.text(path)!) };
}

const opened = (template: SmallTemplate): Template => {
  const read = readTemplate(smallTemplate(template));
  if (typeof read === 'string') throw new Error(read);
  return read;
};

describe('a deck on a template', () => {
  let built: Built;
  const usual: SmallTemplate = { layouts: usualLayouts, slides: [{ title: 'Sample', layout: 2 }] };
  beforeAll(async () => {
    built = await build(usual, 'usual.pptx');
  }, 60_000);

  it('is a sound package for the validator and for our own rules', async () => {
    expect(built.code, built.told).toBe(0);
    expect(await validatorErrors(built.bytes)).toEqual([]);
    expect(checkPackage(built.bytes)).toEqual([]);
  }, 30_000);

  it('copies masters, layouts and themes as they are packed', () => {
    const before = openPackage(smallTemplate(usual)) as OpenedPackage;
    const kept = [...before.parts.values()].filter(({ path }) => /slideMaster|slideLayout|theme/.test(path));
    expect(kept.length).toBeGreaterThan(9);
    for (const part of kept) expect(built.deck.parts.get(part.path)?.content, part.path).toEqual(part.content);
  });

  it('leaves the sample slide out', () => {
    expect(built.slides.join('')).not.toContain('Sample');
    expect(built.deck.text('ppt/presentation.xml')).not.toContain('id="300"');
  });

  it('puts every title into a title placeholder, and says nothing of it that the template says', () => {
    for (const slide of built.slides) {
      const title = slide.match(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="(?:title|ctrTitle)"\/>.*?<\/p:sp>/s)?.[0] ?? '';
      expect(title).toMatch(/<a:t>[^<]/);
      expect(title).toContain('<p:spPr/>');
      expect(title).not.toMatch(/ sz="|<a:solidFill>|<a:latin|<a:lnSpc>/);
    }
  });

  it('says which fonts it measured with', () => {
    expect(built.told).toContain('"Verdana"');
  });
});

describe("the fonts of a template's text", () => {
  const liberation = new Uint8Array(readFileSync('node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));

  it('are stood in for by those of the same widths, which is told by name', async () => {
    const { told } = await build({ layouts: usualLayouts, face: 'Calibri' }, 'calibri.pptx');
    expect(told).toContain('text in "Calibri" was measured with Carlito, whose letters are as wide');
  });

  it('come out of a folder, and then nothing is told of them', async () => {
    const fonts = join(folder, 'fonts');
    mkdirSync(fonts);
    writeFileSync(join(fonts, 'a.ttf'), liberation);
    const { told, code } = await build({ layouts: usualLayouts, face: 'Liberation Sans' }, 'own.pptx', fonts);
    expect(code, told).toBe(0);
    expect(told).not.toContain('was measured with');
    const missing = await build({ layouts: usualLayouts }, 'nowhere.pptx', join(folder, 'nowhere'));
    expect([missing.code, missing.told]).toEqual([1, expect.stringContaining('the folder of fonts')]);
  });

  it('come out of the file itself where they are stored as they are; a compressed one is told', async () => {
    const withFont = (flags: number): SmallTemplate => ({
      layouts: usualLayouts,
      face: 'Own Brand',
      embedded: { face: 'Own Brand', bytes: makeEot(liberation, { flags, xor: flags === 0 }) },
    });
    expect((await build(withFont(0), 'embedded.pptx')).told).not.toContain('was measured with');
    const { told } = await build(withFont(4), 'compressed.pptx');
    expect(told).toContain('"Own Brand" travels in the template, compressed');
    expect(told).toContain('text in "Own Brand" was measured with');
  });
});

describe("a PDF of the deck's slides", () => {
  it("shows what the template's master shows, and says what it does not draw", async () => {
    const shape = (words: string): string =>
      '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Notice"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="6500000"/><a:ext cx="3000000" cy="300000"/></a:xfrm>' +
      `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="900"/><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const emf =
      '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Mark"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdMedia1"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100000" cy="100000"/></a:xfrm></p:spPr></p:pic>';
    const file = join(folder, 'ground.pptx');
    writeFileSync(
      file,
      smallTemplate({
        layouts: usualLayouts,
        masterShapes: shape('Brand notice') + emf,
        media: { 'mark.emf': new Uint8Array([1, 0, 0, 0]) },
      }),
    );
    const { world, out } = recordingWorld();
    const target = join(folder, 'ground-out');
    const report = 'tests/cases/minimal/report';
    const code = await run(
      ['build', report, '--template', file, '--fonts', 'none', '--only', 'deck.pdf,deck.pptx', '--out', target],
      world,
    );
    expect(code, out.stderr).toBe(0);
    expect(out.stderr).toContain('PDFs of the deck show the template');
    const { pages } = await readPdf(new Uint8Array(readFileSync(join(target, 'deck.pdf'))));
    expect(pages.length).toBeGreaterThan(1);
    for (const { pieces } of pages) expect(pieces.map(({ text }) => text).join('')).toContain('Brand notice');
    const deck = openPackage(new Uint8Array(readFileSync(join(target, 'deck.pptx')))) as OpenedPackage;
    const slides = [...deck.parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    for (const path of slides) expect(deck.text(path)).not.toContain('Brand notice');
  }, 60_000);
});

describe('paper of the same build', () => {
  it('stays white on a dark template, in its accent, its font and with its logo', async () => {
    const logo =
      '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Mark"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdMedia1"/></p:blipFill><p:spPr><a:xfrm><a:off x="11000000" y="200000"/><a:ext cx="600000" cy="600000"/></a:xfrm></p:spPr></p:pic>';
    const dark: SmallTemplate = {
      layouts: usualLayouts,
      face: 'Cambria',
      colorMap: { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' },
      colors: { accent1: '66CC99' },
      masterShapes: logo,
      media: { 'mark.png': encodeGrey({ width: 4, height: 4, pixels: new Uint8Array(16) }) },
    };
    const template = opened(dark);
    expect(findLogo(template)).toBe('ppt/media/mark.png');
    const file = join(folder, 'paper.pptx');
    writeFileSync(file, smallTemplate(dark));
    const { world, out } = recordingWorld();
    const target = join(folder, 'paper-out');
    const report = 'tests/cases/minimal/report';
    const code = await run(
      ['build', report, '--template', file, '--fonts', 'none', '--only', 'briefing.pdf,handout.pdf', '--out', target],
      world,
    );
    expect(code, out.stderr).toBe(0);
    expect(out.stderr).not.toContain('contrast');
    for (const name of ['briefing.pdf', 'handout.pdf']) {
      const pdf = await readPdf(new Uint8Array(readFileSync(join(target, name))));
      const { inked, grey } = await pdf.render(0, 0.5);
      expect(grey.pixels.at(-1), name).toBeGreaterThan(250);
      expect(inked).toBeGreaterThan(0);
      await pdf.close();
    }
    expect(objectsOf(new Uint8Array(readFileSync(join(target, 'briefing.pdf'))))).toContain('+Caladea');
  }, 60_000);
});

describe('templates of other shapes', () => {
  it('a dark one: text beside placeholders takes the ink of its body', async () => {
    const dark = await build(
      { layouts: usualLayouts, colorMap: { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' } },
      'dark.pptx',
    );
    expect(dark.code, dark.told).toBe(0);
    expect(dark.told).not.toContain('contrast');
  }, 60_000);

  it('4:3, and one of A4: slides keep its size', async () => {
    for (const size of [
      [9_144_000, 6_858_000],
      [9_906_000, 6_858_000],
    ] as const) {
      const built = await build({ layouts: usualLayouts, size }, `size-${size[0]}.pptx`);
      expect(built.code, built.told).toBe(0);
      expect(built.deck.text('ppt/presentation.xml')).toContain(`cx="${size[0]}"`);
    }
  }, 60_000);

  it('upright: text goes by the width of its lines, not by the height of the slide', async () => {
    const upright = (box: SmallPlaceholder['box']): SmallPlaceholder['box'] =>
      box && [box[0] * 0.62, box[1] * 1.56, box[2] * 0.62, box[3] * 1.56];
    const layouts = usualLayouts.map((layout) => ({
      ...layout,
      placeholders: layout.placeholders.map(({ box, ...rest }) => ({ ...rest, ...(box && { box: upright(box)! }) })),
    }));
    const cells = (built: Built): number =>
      Math.max(
        ...built.slides.flatMap((slide) =>
          [...slide.matchAll(/<a:tc>.*?<\/a:tc>/gs)].flatMap(([cell]) =>
            [...cell.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100),
          ),
        ),
      );
    const page = await build({ layouts, size: [7_560_000, 10_692_000] }, 'upright.pptx');
    const slide = await build({ layouts: usualLayouts, size: [9_906_000, 6_858_000] }, 'lying.pptx');
    expect(page.code).toBe(0);
    // By the height it was 25 pt, in columns that are two thirds as wide.
    expect([cells(page), cells(slide)]).toEqual([13.23, 16]);
    expect(page.slides).toHaveLength(slide.slides.length);
    expect(page.told).not.toContain('too small for a room');
  });

  it('one layout only, with a title: all slides stand on it', async () => {
    const built = await build({ layouts: [usualLayouts[3]!] }, 'one.pptx');
    expect(built.code, built.told).toBe(0);
    expect(checkPackage(built.bytes)).toEqual([]);
  }, 60_000);

  it('no title at all: titles stand in a box of their own, and that is told', async () => {
    const built = await build({ layouts: [{ name: 'Blank', type: 'blank', placeholders: [] }] }, 'blank.pptx');
    expect(built.code, built.told).toBe(0);
    expect(built.told).toContain('has no title');
    expect(checkPackage(built.bytes)).toEqual([]);
  }, 60_000);

  it('titles as large as a poster: longer ones are set smaller', async () => {
    const parts = unzipSync(smallTemplate({ layouts: usualLayouts }));
    const master = 'ppt/slideMasters/slideMaster1.xml';
    parts[master] = strToU8(strFromU8(parts[master]!).replace('sz="3600"', 'sz="20000"'));
    const { code, told } = await build(zipSync(parts), 'poster.pptx');
    expect(told).not.toContain('does not fit');
    expect(code).toBe(0);
  });

  it('a .potx with macros: the deck is a .pptx without, and that is told', async () => {
    const mainType = 'application/vnd.ms-powerpoint.template.macroEnabled.main+xml';
    const built = await build({ layouts: usualLayouts, mainType, macros: true }, 'macros.potm');
    expect(built.code, built.told).toBe(0);
    expect(built.told).toContain('macros');
    expect([...built.deck.parts.keys()].filter((path) => path.includes('vba'))).toEqual([]);
    expect(checkPackage(built.bytes)).toEqual([]);
  }, 60_000);

  it.each([
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'encrypted'],
    [new Uint8Array([1, 2, 3]), 'no PowerPoint file'],
  ])('what is none is refused with a reason', async (bytes, reason) => {
    const built = await build(bytes, 'none.pptx');
    expect([built.code, built.told]).toEqual([1, expect.stringContaining(reason)]);
  });
});

describe('the choice of layouts', () => {
  const chosen = (template: SmallTemplate, need: Parameters<typeof rankLayouts>[1]): string =>
    rankLayouts(opened(template), need)[0]!.room.layout.name;

  it('goes by types and geometry, whatever layouts are called', () => {
    const renamed = { layouts: usualLayouts.map((layout, index) => ({ ...layout, name: `TITLE_AND_BODY_${index}` })) };
    expect((['cover', 'single', 'divider', 'free'] as const).map((need) => chosen(renamed, need).at(-1))).toEqual([
      '0',
      '1',
      '2',
      '3',
    ]);
  });

  it('passes over a body that is too low for content', () => {
    const low = { reference: 'type="body" idx="1"', box: [457_200, 1_400_000, 11_000_000, 277_000] } as const;
    const layouts = [
      { name: 'Title and Content', type: 'obj', placeholders: [{ reference: 'type="title"' }, low] },
      usualLayouts[3]!,
    ];
    expect(chosen({ layouts }, 'single')).toBe('Title Only');
  });

  it('fills no placeholder that PowerPoint has orphaned', () => {
    const orphan = { reference: 'type="body" sz="quarter" idx="4294967295"' };
    const template = opened({ layouts: [{ name: 'One', placeholders: [{ reference: 'type="title"' }, orphan] }] });
    expect(template.layouts[0]!.placeholders.map(({ kind }) => kind)).toEqual(['title']);
  });
});

describe('briefkit template', () => {
  it('prints what lands where as lines of report.yaml', async () => {
    const file = join(folder, 'printed.pptx');
    writeFileSync(file, smallTemplate({ layouts: usualLayouts, slides: [{ title: 'Legal notice', layout: 2 }] }));
    const { world, out } = recordingWorld();
    const pdf = join(folder, 'sheet.pdf');
    expect(await run(['template', file, '--pdf', pdf], world), out.stderr).toBe(0);
    expect(out.stdout).toMatch(/cover: +"Title Slide" {2}# for a cover, score \d/);
    expect(out.stdout).toContain('"Legal notice"');
    expect(out.stdout).toContain('Verdana');
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);
});

describe('a template that is damaged in part', () => {
  it('is used without the layout that was cut off, and that is told with its path', async () => {
    const parts = unzipSync(smallTemplate({ layouts: usualLayouts }));
    const path = 'ppt/slideLayouts/slideLayout2.xml';
    parts[path] = parts[path]!.subarray(0, parts[path]!.length / 2);
    const { code, told } = await build(zipSync(parts), 'half.pptx');
    expect(code).toBe(0);
    expect(told).toContain(`half.pptx is damaged in part: ${path} cannot be read`);
  });
});

describe('a mapping', () => {
  const two: SmallTemplate = {
    layouts: [
      ...usualLayouts,
      {
        name: 'Zwei',
        placeholders: [
          { reference: 'type="title"' },
          { reference: 'idx="13"', box: [500_000, 1_500_000, 4_000_000, 4_300_000] },
          { reference: 'idx="14"', box: [4_700_000, 1_500_000, 7_000_000, 4_300_000] },
        ],
      },
    ],
  };

  /** The minimal report with lines of its own under `template.mapping`. */
  async function buildMapped(name: string, ...lines: readonly string[]): Promise<{ told: string; slides: string[] }> {
    const report = join(folder, name);
    cpSync('tests/cases/minimal/report', report, { recursive: true });
    writeFileSync(join(report, 'brand.pptx'), smallTemplate(two));
    const own = readFileSync(join(report, 'report.yaml'), 'utf8');
    const template = ['template:', '  file: brand.pptx', '  fonts: none', '  mapping:', ...lines];
    writeFileSync(join(report, 'report.yaml'), `${template.join('\n')}\n${own}`);
    const { world, out } = recordingWorld();
    const target = join(folder, `${name}-out`);
    if ((await run(['build', report, '--only', 'deck.pptx', '--out', target], world)) !== 0)
      return { told: out.stderr, slides: [] };
    const deck = openPackage(new Uint8Array(readFileSync(join(target, 'deck.pptx')))) as OpenedPackage;
    const slides = [...deck.parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    return { told: out.stderr, slides: slides.map((path) => deck.text(path)!) };
  }

  it('puts each region into the placeholder that it names, by number or by name', async () => {
    const { slides } = await buildMapped('by-number', '    chart: { layout: Zwei, chart: 14, body: Placeholder 11 }');
    const slide = slides.find((xml) => xml.includes('<p:ph idx="14"/>'))!;
    expect(slide).toMatch(/<p:graphicFrame>(?:(?!<\/p:graphicFrame>)[\s\S])*<p:ph idx="14"\/>/);
    expect(slide).toMatch(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*<p:ph idx="13"\/>/);
  });

  it('is told where it names what is not there, at its place', async () => {
    const { told } = await buildMapped(
      'wrong',
      '    chrt: Zwei',
      '    kpis: Zwie',
      '    chart: { layout: Zwei, charts: 14, body: 99 }',
      '    table: { body: 13 }',
    );
    expect(told).toMatch(/report\.yaml:5:5 .*unknown layout "chrt"[\s\S]*did you mean "chart"/);
    expect(told).toMatch(/report\.yaml:6:11 .*the template has no layout "Zwie"[\s\S]*did you mean "Zwei"/);
    expect(told).toMatch(/report\.yaml:7:36 .*"chart" of the bundle has no region "charts"[\s\S]*did you mean "chart"/);
    expect(told).toMatch(/report\.yaml:7:46 .*"Zwei" has no placeholder "99"[\s\S]*it has "Placeholder 10" \(0\)/);
    expect(told).toMatch(/report\.yaml:8:20 .*the mapping of "table" names placeholders, but not the layout/);
  });
});

describe('what text stands on', () => {
  const filled = (fill: string): SmallTemplate => ({ layouts: usualLayouts, masterTitleFill: fill });

  it("is a title's own fill, which it inherits from its master", async () => {
    const { slides, told } = await build(filled('<a:solidFill><a:srgbClr val="202020"/></a:solidFill>'), 'fill.pptx');
    expect(titleOf(slides[1]!)).toContain('<a:schemeClr val="bg1"/>');
    expect(told).not.toContain('contrast');
  });

  it('is the master under a fill that can be seen through', async () => {
    const veil = '<a:solidFill><a:srgbClr val="202020"><a:alpha val="10000"/></a:srgbClr></a:solidFill>';
    expect(titleOf((await build(filled(veil), 'veil.pptx')).slides[1]!)).not.toContain('<a:solidFill>');
  });

  it('is the white behind a background that can be seen through', () => {
    const veiled =
      '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FF6600"><a:alpha val="20000"/></a:srgbClr></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
    const parts = unzipSync(smallTemplate({ layouts: usualLayouts }));
    const path = 'ppt/slideMasters/slideMaster1.xml';
    parts[path] = strToU8(strFromU8(parts[path]!).replace(/<p:bg>.*?<\/p:bg>/, veiled));
    const template = readTemplate(zipSync(parts)) as Template;
    expect(template.layouts[1]!.ground).toEqual({ kind: 'colors', colors: ['FFE0CC'] });
  });

  it('is a photograph, looked at where the text stands: dark text gives way to light', async () => {
    const { slides } = await build(
      onPicture((x, y) => ((x + y) % 2) * 17),
      'night.pptx',
    );
    expect(titleOf(slides[0]!)).toContain('<a:schemeClr val="bg1"/>');
    expect(slides[0]).not.toContain('name="底色"');
  });

  it('is a plate, where a photograph is both dark and light behind one line', async () => {
    const { slides } = await build(
      onPicture((x) => (x % 40 < 20 ? 17 : 238)),
      'stripes.pptx',
    );
    expect(slides[0]).toMatch(/name="底色".*?<a:schemeClr val="bg1"\/>/);
  });

  it('is no plate, where a picture is as calm as a colour', async () => {
    const { slides } = await build(
      onPicture((x, y) => 238 + ((x + y) % 2) * 17),
      'paper.pptx',
    );
    expect(slides[1]).not.toContain('name="底色"');
    expect(titleOf(slides[1]!)).not.toContain('<a:solidFill>');
  });
});

/** A grey picture over the whole of each slide. */
function onPicture(greyAt: (x: number, y: number) => number): SmallTemplate {
  const [width, height] = [320, 180];
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => greyAt(at % width, Math.floor(at / width)));
  return {
    layouts: usualLayouts,
    media: { 'ground.png': encodeGrey({ width, height, pixels }) },
    masterShapes:
      '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Ground"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdMedia1"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>',
  };
}

/** The shape of a slide's title. */
const titleOf = (slide: string): string =>
  (slide.match(/<p:sp>[\s\S]*?<\/p:sp>/g) ?? []).find((shape) => /<p:ph type="(?:ctrT|t)itle"/.test(shape)) ?? '';
