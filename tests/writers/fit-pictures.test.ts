import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/model/document.js';
import type { PageSet } from '../../src/model/page.js';
import type { PictureThread } from '../../src/model/pictures/shrink-png.js';
import { encodePng } from '../../src/raster/encode-png.js';
import { shrinkPng } from '../../src/raster/shrink-png.js';
import { beginPictures, fitPictures } from '../../src/writers/job/fit-pictures.js';

/** Flat stripes, which differ from picture to picture. */
function pictureOf(id: string, width: number, height: number): Picture {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < pixels.length; at += 4) pixels[at] = ((at >> 9) % 5) * 40 + id.length;
  const bytes = encodePng(pixels, width, height, 'best');
  return { id, file: `${id}.png`, format: 'png', bytes, width, height, alt: id, focus: { x: 0.5, y: 0.5 } };
}

const pictures = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff'].map((id) => pictureOf(id, 800, 600));

/** Each on a page of its own, 144 pt wide. */
const pages = {
  pages: pictures.map((picture) => ({
    items: [
      {
        kind: 'picture',
        picture,
        box: { x: 0, y: 0, width: 144, height: 108 },
        crop: { x: 0, y: 0, width: 1, height: 1 },
      },
    ],
  })),
} as unknown as PageSet;
const context = { resolution: 100 };

/** A thread that does its work here, and counts what it was asked. */
function threadThat(answers: PictureThread['shrink']): PictureThread & { readonly asked: number[] } {
  const asked: number[] = [];
  const shrink: PictureThread['shrink'] = (png) => {
    asked.push(png.width);
    return answers(png);
  };
  return { begin: () => undefined, end: () => undefined, shrink, asked };
}

describe('pictures that are fitted with a thread', () => {
  it('are the same, byte by byte, as those that are fitted without', async () => {
    const thread = threadThat((png) => Promise.resolve(shrinkPng(png)));
    const [beside, here] = [
      await fitPictures(pages, { ...context, thread }, true),
      await fitPictures(pages, context, true),
    ];
    for (const picture of pictures) expect(beside(picture)).toEqual(here(picture));
    expect(thread.asked).toEqual(pictures.map(() => 200));
  });

  it('are made here where the thread cannot', async () => {
    const thread = threadThat(() => Promise.resolve(null));
    const [beside, here] = [
      await fitPictures(pages, { ...context, thread }, true),
      await fitPictures(pages, context, true),
    ];
    for (const picture of pictures) expect(beside(picture)).toEqual(here(picture));
  });

  it('are asked of it some at a time, and come page by page', async () => {
    const answer: (() => void)[] = [];
    const thread = threadThat((png) => new Promise((resolve) => answer.push(() => resolve(shrinkPng(png)))));
    const begun = beginPictures(pages, { ...context, thread }, true);
    expect(thread.asked.length).toBe(4);
    answer[0]!();
    const first = await begun.of(pages.pages[0]!.items);
    expect(first(pictures[0]!).bytes.length).toBeLessThan(pictures[0]!.bytes.length);
    expect(() => first(pictures[1]!)).toThrow('placed before its pixels were there');
    expect(thread.asked.length).toBe(5);
  });

  it('are not asked of it where they are small, or of the right size', async () => {
    const thread = threadThat(() => Promise.resolve(null));
    const small = pictureOf('small', 400, 300);
    const items = [{ ...pages.pages[0]!.items[0]!, picture: small }];
    await fitPictures({ pages: [{ items }] } as unknown as PageSet, { ...context, thread }, true);
    await fitPictures(pages, { resolution: 'original', thread }, true);
    expect(thread.asked).toEqual([]);
  });
});
