/** The preview in a real browser: what an author sees, how soon, and what nobody else gets. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from 'canvas';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPreview, type RunningPreview } from '../preview/running-preview.js';
import { run } from '../../src/cli/run.js';
import { recordingWorld } from '../cli/recording-world.js';
import { buildSample, runTool } from './office-tools.js';

let browser: Browser;
let preview: RunningPreview;
let page: Page;
const asked = new Set<string>();
const said: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  preview = await startPreview('data/cixi-2024');
  const context = await browser.newContext({ viewport: { width: 1680, height: 940 } });
  page = await context.newPage();
  page.on('request', (request) => asked.add(new URL(request.url()).host));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(preview.address);
  await page.waitForSelector('#page-1 svg');
});
afterAll(async () => {
  await browser?.close();
  expect(await preview.end()).toBe(0);
});

const textOf = (selector: string): Promise<string> => page.locator(selector).first().innerText();

const untilPage3Has = (text: string): Promise<void> =>
  page.locator('#page-3', { hasText: text }).waitFor({ state: 'attached' });

/** Shows a page and waits for its drawing. */
async function show(number: number): Promise<void> {
  await page.locator(`#thumbnails button:nth-child(${number})`).click();
  await page.waitForSelector(`#page-${number} svg`);
}

/** Timers that wait for an idle moment (30 ms) run when the test says so. */
const holdIdleTimers = `{
  const [begin, end] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  const held = new Map();
  let last = 1e6;
  window.setTimeout = (run, wait, ...given) => wait === 30 ? (held.set(++last, run), last) : begin(run, wait, ...given);
  window.clearTimeout = (timer) => held.delete(timer) || end(timer);
  window.releaseIdleTimers = () => {
    const due = [...held.values()];
    held.clear();
    due.forEach((run) => run());
  };
}`;

describe('other reports', () => {
  it.each([
    ['data/halden-2024', 'revenue'],
    ['data/yearbook', null],
    ['tests/cases/minimal/report', 'grain'],
  ])('%s shows its pages without a fault or a barrier, and each number tells its source', async (report, figure) => {
    const other = await startPreview(report);
    const own = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults: string[] = [];
    own.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    own.on('pageerror', (error) => faults.push(error.message));
    await own.goto(other.address);
    await own.waitForSelector('#page-1 svg');
    for (const view of await own.locator('#bar [id^=view-]').all()) {
      await view.click();
      await own.waitForSelector('#page-1 svg');
      expect(await findings(own), `${report} ${await view.innerText()}`).toEqual([]);
    }
    await own.locator('#bar [id^=view-]').first().click();
    const number = own.locator(figure === null ? '.page [data-figure]' : `.page [data-figure="${figure}"]`).first();
    await number.click();
    await own.waitForSelector('#panel .printed');
    expect(await own.locator('#panel .place code').first().innerText()).toMatch(/report\//);
    expect(faults).toEqual([]);
    await own.close();
    expect(await other.end()).toBe(0);
  });

  it('are given to others of the network with --host alone, and only with the word in the address', async () => {
    const open = await startPreview('tests/cases/minimal/report', ['--host']);
    const shared = /http:\/\/(?!127\.)[\d.]+:\d+\/[0-9a-f]{32}\//.exec(open.said().stdout)?.[0];
    const named = shared ?? open.address;
    expect((await fetch(`${named}state`)).status).toBe(200);
    expect((await fetch(`${new URL(named).origin}/state`)).status).toBe(403);
    expect((await fetch(`${new URL(named).origin}/${'0'.repeat(32)}/state`)).status).toBe(403);
    expect(await open.end()).toBe(0);
    // Without it nobody listens where others of the network could ask.
    const { port } = new URL(preview.address);
    if (shared !== undefined)
      await expect(fetch(`http://${new URL(shared).hostname}:${port}/`)).rejects.toThrow('fetch failed');
  });
});

describe('the page of a preview', () => {
  it('shows every slide, and a number tells where it comes from', async () => {
    expect(await page.locator('.page').count()).toBeGreaterThan(15);
    await show(3);
    await page.locator('#page-3 [data-figure="industry.added"]').first().click();
    await page.waitForSelector('#panel .printed');
    expect(await textOf('#panel')).toContain('546.6亿元');
    expect(await textOf('#panel .place')).toMatch(/report\/figures\.csv:\d+/);
  });

  it('leads from a place of the panel to the page where the number stands', async () => {
    await page.locator('#panel li button').last().click();
    await page.waitForSelector('#panel .printed');
    await page.waitForSelector('.page .pointed');
    expect(await page.locator('.pointed').count()).toBeGreaterThan(0);
    await page.locator('#view-deck').click();
  });

  it('shows a changed cell soon after it was saved, and stays where it was', async () => {
    await show(3);
    await page.waitForTimeout(500);
    const values = ['546.7', '546.8', '546.9', '547.1', '547.2', '546.6'];
    const waits: number[] = [];
    let shown = '546.6';
    for (const value of values) {
      const begun = performance.now();
      preview.edit('figures.csv', `,${shown},`, `,${value},`);
      await untilPage3Has(value);
      waits.push(performance.now() - begun);
      shown = value;
      await page.waitForTimeout(150);
    }
    console.log(`a changed cell is seen after ${waits.map((wait) => Math.round(wait)).join(', ')} ms`);
    expect(await page.locator('#thumbnails [aria-current]').innerText()).toContain('3');
  });

  it('shows a mistake beside the last good pages, and takes it away when it is mended', async () => {
    preview.edit('figures.csv', ',546.6,', ',viele,');
    await page.waitForSelector('#alert:not([hidden])');
    expect(await textOf('#panel')).toContain('viele');
    expect(await page.locator('#page-3').textContent()).toContain('546.6');
    preview.edit('figures.csv', ',viele,', ',546.6,');
    await page.waitForSelector('#alert', { state: 'hidden' });
  });

  it('changes a number from the panel, and undoes it', async () => {
    await show(3);
    await page.locator('#page-3 [data-figure="industry.added"]').first().click();
    await page.locator('#edit-value').fill('548.8');
    await page.locator('#edit-value').press('Enter');
    await untilPage3Has('548.8');
    expect(preview.text('figures.csv')).toContain(',548.8,');
    await page.locator('#undo').click();
    await untilPage3Has('546.6');
    expect(preview.text('figures.csv')).toContain(',546.6,');
  });

  it('keeps what is typed in the panel while an answer about the same number is late', async () => {
    await show(3);
    const number = page.locator('#page-3 [data-figure="industry.added"]').first();
    await number.click();
    await page.waitForSelector('#edit-value');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolved) => (answer = resolved));
    const late = page.waitForResponse(/\/figure\?/);
    await page.route(/\/figure\?/, async (route) => {
      await held;
      await route.continue();
    });
    await number.click();
    await page.locator('#edit-value').fill('548.9');
    answer();
    await (await late).finished();
    await page.waitForTimeout(100);
    await page.unroute(/\/figure\?/);
    expect(await page.locator('#edit-value').inputValue()).toBe('548.9');
    await page.locator('#edit-value').press('Enter');
    await untilPage3Has('548.9');
    await page.locator('#undo').click();
    await untilPage3Has('546.6');
    await page.locator('#panel .printed', { hasText: '546.6' }).waitFor();
  });

  it('keeps to a view that was just asked for, though far pages of another were still to be drawn', async () => {
    const other = await startPreview('data/cixi-2024');
    const own = await browser.newPage({ viewport: { width: 1680, height: 940 } });
    const faults: string[] = [];
    own.on('pageerror', (error) => faults.push(error.message));
    await own.addInitScript(holdIdleTimers);
    await own.goto(other.address);
    await own.waitForSelector('#page-1 svg');
    const slides = await own.locator('.page').count();
    // The next page to be drawn in idle time stands behind the handout's last.
    while ((await own.locator('.page svg').count()) < slides - 5) {
      await own.evaluate('releaseIdleTimers()');
      await own.waitForTimeout(30);
    }
    await own.locator('#view-handout').click();
    await own
      .locator('.page')
      .nth(slides - 1)
      .waitFor({ state: 'detached' });
    await own.waitForSelector('#page-1 svg');
    await own.waitForTimeout(300);
    await own.evaluate('releaseIdleTimers()');
    await own.waitForTimeout(100);
    expect(faults).toEqual([]);
    await own.close();
    expect(await other.end()).toBe(0);
  });

  it('turns pages as fast as keys are pressed, and ends on the last one asked for', async () => {
    await page.locator('#stage').focus();
    await page.keyboard.press('p');
    await page.waitForSelector('#screen svg');
    await page.keyboard.press('Home');
    for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#screen[data-page="7"]');
    await page.waitForTimeout(300);
    const shown = await page.locator('#screen').textContent();
    await page.keyboard.press('Escape');
    await page.waitForSelector('#screen', { state: 'detached' });
    await show(7);
    expect(shown).toBe(await page.locator('#page-7').textContent());
  });

  it('presents by keyboard, with notes in a window of their own', async () => {
    await page.locator('#stage').focus();
    await page.keyboard.press('p');
    await page.waitForSelector('#screen svg');
    await page.keyboard.press('Home');
    await page.waitForSelector('#screen[data-page="1"]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#screen[data-page="3"]');
    const speaker = await page.context().newPage();
    await speaker.goto(`${preview.address}?speaker`);
    await speaker.waitForSelector('.now svg');
    expect(await findings(speaker), "the speaker's window").toEqual([]);
    expect(await findings(page), 'presenting').toEqual([]);
    await speaker.keyboard.press('ArrowRight');
    await page.waitForSelector('#screen[data-page="4"]');
    await speaker.close();
    await page.keyboard.press('Escape');
    await page.waitForSelector('#screen', { state: 'detached' });
    expect(await page.locator('#thumbnails [aria-current]').innerText()).toContain('4');
  });

  it('shows a gallery of charts of its tables, and copies a spec', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('#show-gallery').click();
    await page.waitForSelector('#gallery .drawn svg');
    expect(await page.locator('#gallery section').count()).toBeGreaterThan(10);
    expect(await findings(page)).toEqual([]);
    await page.locator('#gallery section button').first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^ {2}economy-bar:\n {4}title: /);
    await page.locator('#gallery-close').click();
    await page.waitForSelector('#gallery', { state: 'detached' });
  });

  it('has nothing that axe finds, in every view, in light and in dark', async () => {
    for (const view of ['briefing', 'handout', 'deck']) {
      await page.locator(`#view-${view}`).click();
      await page.waitForSelector('#page-1 svg');
      for (const theme of ['light', 'dark']) {
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
        expect(await findings(page), `${view}, ${theme}`).toEqual([]);
      }
    }
    await page.locator('#single').click();
    expect(await findings(page), 'one page').toEqual([]);
    await page.locator('#single').click();
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await findings(page), 'on a phone').toEqual([]);
    await page.setViewportSize({ width: 1680, height: 940 });
  });

  it('asked no other host, and nothing on it failed', () => {
    expect([...asked]).toEqual([new URL(preview.address).host]);
    expect(said).toEqual([]);
  });

  it('gives a page of another origin nothing, though it knows the address', async () => {
    const elsewhere = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<title>elsewhere</title>');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const stranger = await browser.newPage();
    await stranger.goto(`http://127.0.0.1:${port}/`);
    for (const ask of [
      `fetch('${preview.address}state').then((response) => response.text())`,
      `fetch('${preview.address}undo', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }).then((response) => response.text())`,
      `new Promise((resolve, reject) => { const events = new EventSource('${preview.address}events'); events.onopen = resolve; events.onerror = reject; })`,
      `new Promise((resolve, reject) => { const frame = document.createElement('iframe'); frame.src = '${preview.address}'; document.body.append(frame); setTimeout(() => { try { resolve(frame.contentDocument.title); } catch (cause) { reject(cause); } }, 500); })`,
    ])
      expect(await stranger.evaluate(`${ask}.then(() => 'given', () => 'refused')`), ask).toBe('refused');
    await stranger.close();
    elsewhere.close();
  });

  it('draws slides as the PDF does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefkit-alike-'));
    await buildSample(folder, '--only', 'deck.pdf');
    const single = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    for (const number of [1, 3, 6, 8, 14]) {
      await runTool(
        'pdftoppm',
        '-r',
        '96',
        '-f',
        `${number}`,
        '-l',
        `${number}`,
        '-singlefile',
        '-png',
        `${folder}/deck.pdf`,
        `${folder}/p${number}`,
      );
      const drawing = await (await fetch(`${preview.address}page/deck/${number}`)).text();
      await single.goto(preview.address);
      await single.waitForSelector('#page-1 svg');
      await single.evaluate(
        `document.body.innerHTML = ${JSON.stringify(drawing)}; document.body.firstElementChild.style = 'width:1280px;height:720px;display:block'`,
      );
      await single.evaluate('document.fonts.ready.then(() => null)');
      await single.waitForTimeout(300);
      const [mine, theirs] = [await single.screenshot(), readFileSync(`${folder}/p${number}.png`)];
      const difference = await meanDifference(mine, theirs);
      console.log(`slide ${number} differs from the PDF by ${(difference * 100).toFixed(2)} %`);
      expect(difference, `slide ${number}`).toBeLessThan(0.02);
    }
    await single.close();
    rmSync(folder, { recursive: true });
  });
});

/** What axe finds on a page, in words. */
async function findings(of: Page): Promise<unknown> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await of.evaluate(`window.axe === undefined && (() => { ${source}; window.axe = axe; })()`);
  return of.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
  );
}

describe('one file to send', () => {
  it.each(['data/halden-2024', 'data/yearbook'])(
    'of %s has no barrier, runs over no edge of a phone and prints a sheet a page',
    async (report) => {
      const folder = mkdtempSync(join(tmpdir(), 'briefkit-html-'));
      const { world, out } = recordingWorld();
      const words = ['build', report, '--out', folder, '--only', 'deck.html,briefing.html'];
      expect(await run(words, world), out.stderr).toBe(0);
      for (const name of ['deck', 'briefing']) {
        const file = await browser.newPage({ viewport: { width: 390, height: 800 } });
        const asked: string[] = [];
        file.on('request', (request) => /^(?:file|data):/.test(request.url()) || asked.push(request.url()));
        await file.goto(`file://${folder}/${name}.html`);
        expect(await findings(file), name).toEqual([]);
        expect(await file.evaluate('document.documentElement.scrollWidth')).toBe(390);
        await file.pdf({ path: `${folder}/${name}.pdf`, preferCSSPageSize: true, printBackground: true });
        const pages = Number(/Pages:\s+(\d+)/.exec(await runTool('pdfinfo', `${folder}/${name}.pdf`))![1]);
        expect(pages).toBe(await file.locator('main > section').count());
        expect(asked).toEqual([]);
        await file.close();
      }
      rmSync(folder, { recursive: true });
    },
  );
});

/** Of all channels of all pixels, as a share of their range. */
async function meanDifference(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  let sum = 0;
  for (let at = 0; at < first.length; at += 1) sum += Math.abs(first[at]! - second[at]!);
  return sum / first.length / 255;
}

async function pixelsOf(png: Buffer): Promise<Uint8ClampedArray> {
  const canvas = createCanvas(1280, 720);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(png), 0, 0, 1280, 720);
  return context.getImageData(0, 0, 1280, 720).data;
}
