/** A bundle's folder: its templates, partials, slide layouts and, in `bundle.yaml`, the plugins of Chart.js that its charts may use. */
import { notAName, unknownName } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import type { Memo } from '../memo/memo.js';
import { chartPlugins, type ChartPlugin } from '../model/chart.js';
import type { SlideLayout } from '../model/slide-layout.js';
import type { Span } from '../model/span.js';
import { filesWithin } from '../project/files.js';
import type { Files } from '../project/files.js';
import { checkShape } from './shape/check-shape.js';
import { DataCursor, type Named } from './shape/data-cursor.js';
import { readYaml } from './data/yaml.js';
import { readLayout, type LayoutFrames } from './bundle/read-layout.js';
import { decodeText } from './source/read-text.js';
import { parseTemplate } from './template/parse-template.js';
import { bundleSchema } from './shape/schema.js';
import type { Template } from './template/parse-template.js';

export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** By kind of document: deck, briefing. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Names of templates that are there but have a syntax error. */
  readonly broken: ReadonlySet<string>;
  /** By name, with `/` where they stand in folders. */
  readonly partials: ReadonlyMap<string, Template>;
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** Of Chart.js, as `bundle.yaml` names them. */
  readonly plugins: readonly ChartPlugin[];
}

/** What a bundle is read with. */
export interface BundleSource {
  readonly files: Files;
  readonly tell: Tell;
  readonly memo?: Memo;
  /** Whether slides are made at all: the layouts, a folder of small files, are read for them alone. */
  readonly slides?: boolean;
}

/** Looks in `templates/` of each root in turn. Null and a diagnostic where none has the bundle; `span` is where it was named. */
export function readBundle(
  name: string,
  source: BundleSource,
  roots: readonly string[] = ['.'],
  span: Span | null = null,
): Bundle | null {
  const { files, tell } = source;
  if (!isFolderName(name)) {
    tell(notAName('bundle', name, span));
    return null;
  }
  const known = new Set<string>();
  for (const root of roots) {
    const names = (files.list(joinPath(root, 'templates')) ?? []).filter(
      (folder) => folder !== 'themes' && !folder.includes('.'),
    );
    if (names.includes(name))
      return readFolder(name, joinPath(root, `templates/${name}`), {
        ...source,
        files: filesWithin(files, joinPath(root, 'templates')),
      });
    names.forEach((folder) => known.add(folder));
  }
  const nearest = nearestName(name, known);
  if (name !== '') tell(unknownName('bundle', name, span, nearest === null ? null : { name: nearest }, [...known]));
  return null;
}

/** A folder below `templates/`, not a way to some other; an empty name is missed elsewhere. */
export const isFolderName = (name: string): boolean => !/[/\\\0]|^\.+$/.test(name);

export const joinPath = (root: string, path: string): string =>
  root === '' || root === '.' ? path : `${root.replace(/\/+$/, '')}/${path}`;

function readFolder(name: string, folder: string, source: BundleSource): Bundle {
  const broken = new Set<string>();
  const readAll = (below: string, prefix = ''): [string, Template][] =>
    (source.files.list(below) ?? []).flatMap((file) => {
      if (!file.includes('.'))
        return prefix === '' && below === folder ? [] : readAll(`${below}/${file}`, `${prefix}${file}/`);
      if (!file.endsWith('.hbs')) return [];
      const template = readTemplateFile(`${below}/${file}`, source);
      if (template === null) broken.add(prefix + file.slice(0, -4));
      return template === null ? [] : [[prefix + file.slice(0, -4), template]];
    });
  const own = readOwnFile(`${folder}/bundle.yaml`, source);
  return {
    name,
    folder,
    templates: new Map(readAll(folder)),
    partials: new Map(readAll(`${folder}/partials`)),
    broken,
    layouts:
      source.slides === false
        ? new Map()
        : withChoices(readLayouts(`${folder}/layouts`, source), own?.at('layouts').names() ?? [], source.tell),
    plugins: readPlugins(own),
  };
}

function readTemplateFile(path: string, { files, tell, memo }: BundleSource): Template | null {
  const bytes = files.read(path);
  const source = bytes === null ? null : decodeText(path, bytes, tell);
  return source === null ? null : parseTemplate(source, tell, memo);
}

/** Layouts by name. A file whose name begins with `_` is no layout by itself: it has what others extend. */
function readLayouts(folder: string, { files, tell, memo }: BundleSource): ReadonlyMap<string, SlideLayout> {
  const names = (files.list(folder) ?? []).filter((file) => /\.ya?ml$/.test(file));
  const read = (file: string, frames: LayoutFrames): SlideLayout | null => {
    const bytes = files.read(`${folder}/${file}`);
    const source = bytes === null ? null : decodeText(`${folder}/${file}`, bytes, tell);
    const document = source === null ? null : readYaml(source, tell, memo);
    return document === null ? null : readLayout(file.replace(/^_|\.ya?ml$/g, ''), document, frames, tell);
  };
  const isFrame = (file: string): boolean => file.startsWith('_');
  const frames = new Map(
    names.filter(isFrame).map((file) => [file.replace(/^_|\.ya?ml$/g, ''), read(file, new Map())]),
  );
  return new Map(
    names
      .filter((file) => !isFrame(file))
      .flatMap((file): [string, SlideLayout][] => {
        const layout = read(file, frames);
        return layout === null ? [] : [[layout.name, layout]];
      }),
  );
}

/** Marks those from which a slide without a layout of its own takes one, in their order. */
function withChoices(
  layouts: ReadonlyMap<string, SlideLayout>,
  choices: readonly Named[],
  tell: Tell,
): ReadonlyMap<string, SlideLayout> {
  for (const { id, span } of choices) {
    const nearest = nearestName(id, layouts.keys());
    if (!layouts.has(id))
      tell(unknownName('layout', id, span, nearest === null ? null : { name: nearest }, [...layouts.keys()]));
  }
  const order = choices.map(({ id }) => id);
  return new Map(
    [...layouts].map(([name, layout]) => [
      name,
      order.includes(name) ? { ...layout, choice: order.indexOf(name) } : layout,
    ]),
  );
}

/** `bundle.yaml`, checked for its shape; null where there is none or it is wrong. */
function readOwnFile(path: string, { files, tell, memo }: BundleSource): DataCursor | null {
  const bytes = files.read(path);
  const source = bytes === null ? null : decodeText(path, bytes, tell);
  const document = source === null ? null : readYaml(source, tell, memo);
  return document === null || !checkShape(document, bundleSchema, 'a bundle', tell)
    ? null
    : new DataCursor(document, document.value);
}

function readPlugins(own: DataCursor | null): readonly ChartPlugin[] {
  const named =
    own
      ?.at('plugins')
      .names()
      .map(({ id }) => id) ?? [];
  return chartPlugins.filter((plugin) => named.includes(plugin));
}
