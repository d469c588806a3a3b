/** Reports as pages of the newspaper bundle, in memory. */
import { compile } from '../../../src/compile.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { PageItem, PageSet, TextItem } from '../../../src/model/page.js';
import { diskFiles, memoryFiles, type Files } from '../../../src/project/files.js';
import { fontFiles } from '../../../src/project/font-files.js';
import { projectFolder } from '../../cli/recording-world.js';

export interface Newspaper {
  readonly pages: PageSet | null;
  readonly bytes: Uint8Array | null;
  readonly told: readonly Diagnostic[];
}

/** @param written files of the report, in place of those on the disk. */
export async function layNewspaper(report: string, written: Readonly<Record<string, string>> = {}): Promise<Newspaper> {
  const disk = diskFiles(projectFolder);
  const own = memoryFiles(written);
  const files: Files = {
    ...disk,
    read: (path) => own.read(path) ?? disk.read(path),
    list: (path) => own.list(path) ?? disk.list(path),
  };
  const told: Diagnostic[] = [];
  const result = await compile(
    { report, only: null, bundle: 'newspaper', strict: false },
    {
      files,
      fonts: fontFiles(disk),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: (diagnostic) => void told.push(diagnostic),
    },
  );
  return {
    pages: result.documents.get('newspaper') ?? null,
    bytes: result.outputs.find(({ name }) => name === 'newspaper.pdf')?.bytes ?? null,
    told,
  };
}

export const textItems = (set: PageSet, page = 0): readonly TextItem[] =>
  (set.pages[page]?.items ?? []).flatMap((item) => (item.kind === 'text' ? [item] : []));

export const textOf = (item: TextItem): string =>
  item.paragraphs.flatMap(({ lines }) => lines.flatMap(({ fragments }) => fragments.map(({ text }) => text))).join('');

export const allText = (set: PageSet): string =>
  set.pages.map((_, page) => textItems(set, page).map(textOf).join('\n')).join('\n');

/** Words, pictures, charts and tables that lie upon each other by more than a pt. */
export function overlaps(set: PageSet): readonly string[] {
  const solid = (items: readonly PageItem[]): readonly PageItem[] =>
    items.filter((item) => item.kind !== 'shape' && !(item.kind === 'text' && item.fill !== null));
  return set.pages.flatMap(({ items }) => {
    const all = solid(items);
    return all.flatMap((one, index) =>
      all.slice(index + 1).flatMap((other) => {
        const wide =
          Math.min(one.box.x + one.box.width, other.box.x + other.box.width) - Math.max(one.box.x, other.box.x);
        const high =
          Math.min(one.box.y + one.box.height, other.box.y + other.box.height) - Math.max(one.box.y, other.box.y);
        return wide > 1 && high > 1 ? [`${one.name} and ${other.name} by ${wide.toFixed(1)} × ${high.toFixed(1)}`] : [];
      }),
    );
  });
}
