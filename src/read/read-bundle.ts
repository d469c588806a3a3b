/**
 * A bundle's folder: its templates, partials, slide layouts and, in `bundle.yaml`, the plugins of Chart.js that its
 * charts may use.
 */
import { unknownName } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { noMemo, type Memo } from '../memo/memo.js';
import { chartPlugins, type ChartPlugin } from '../model/chart.js';
import type { PageGrid } from '../model/bundle/page-grid.js';
import type { SlideLayout } from '../model/slide-layout.js';
import type { FieldDeclaration } from '../model/field.js';
import type { Span } from '../model/span.js';
import type { Files } from '../project/files.js';
import type { DataCursor, Named } from './shape/data-cursor.js';
import { readYaml } from './data/yaml.js';
import { bundleDocuments, lastOf, type BundleDocuments } from './bundle/bundle-documents.js';
import { bundleFields } from './bundle/bundle-fields.js';
import { bundleLayers, type BundleLayer } from './bundle/bundle-layers.js';
import { usualBundle } from './report/usual-look.js';
import { readGrid } from './bundle/read-grid.js';
import { readLayout, type LayoutFrames } from './bundle/read-layout.js';
import { decodeText } from './source/read-text.js';
import { ownParsed } from './source/own-texts.js';
import type { SourceText } from './source/source-text.js';
import { unpackProgram, type PackedProgram } from './template/packed-program.js';
import { parseTemplate } from './template/parse-template.js';
import type { Template } from './template/parse-template.js';

export interface Bundle extends BundleDocuments {
  readonly name: string;
  readonly folder: string;
  /** By the name of the document that each makes. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Names of templates that are there but have a syntax error. */
  readonly broken: ReadonlySet<string>;
  /** By name, with `/` where they stand in folders. */
  readonly partials: ReadonlyMap<string, Template>;
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** Page grids that its documents name. */
  readonly grids: ReadonlyMap<string, PageGrid>;
  /** Plugins of Chart.js, as `bundle.yaml` names them. */
  readonly plugins: readonly ChartPlugin[];
}

/** What a bundle is read with. */
export interface BundleSource {
  readonly files: Files;
  readonly tell: Tell;
  readonly memo?: Memo;
  /** Whether the layouts, a folder of small files, are needed for what is going to be made; read where left out. */
  readonly needsLayouts?: (made: BundleDocuments) => boolean;
}

/** Where a bundle is looked for, and what may replace parts of it. */
export interface BundlePlace {
  /** Folders with a `templates/`, in order. */
  readonly roots?: readonly string[];
  /** The report's folder: what its own `templates/` has takes the bundle's place. */
  readonly report?: string | null;
  /** Where the bundle was named. */
  readonly span?: Span | null;
}

/** Null and a diagnostic where no root has the bundle. */
export function readBundle(name: string, source: BundleSource, place: BundlePlace = {}): Bundle | null {
  const { roots = ['.'], report = null, span = null } = place;
  const layers = bundleLayers(name, source, { roots, report, span });
  if (layers === null) return null;
  const common = declaresDocuments(layers) ? [] : commonLayers(source, roots);
  return readLayers(name, layers, common, source);
}

const declaresDocuments = (layers: readonly BundleLayer[]): boolean => lastOf(layers, 'documents') !== null;

/** None where the common bundle is not there. */
const commonLayers = (source: BundleSource, roots: readonly string[]): readonly BundleLayer[] =>
  bundleLayers(usualBundle, { ...source, tell: () => undefined }, { roots, report: null, span: null }) ?? [];

/** The fields that a report of this bundle has; null where the bundle is not there, which `readBundle` tells. */
export function readBundleFields(
  name: string,
  source: BundleSource,
  { roots = ['.'], report = null }: BundlePlace,
): readonly FieldDeclaration[] | null {
  const layersOf = (bundle: string) => bundleLayers(bundle, source, { roots, report, span: null });
  const layers = layersOf(name);
  if (layers === null || layers.some(({ own }) => own?.at('fields').exists === true))
    return layers && bundleFields(layers, source.tell);
  // A bundle that declares no fields takes reports as this one does, one that states no documents makes the same.
  const common = layersOf(usualBundle);
  return common && bundleFields(common, source.tell);
}

function readLayers(
  name: string,
  layers: readonly BundleLayer[],
  common: readonly BundleLayer[],
  source: BundleSource,
): Bundle {
  const broken = new Set<string>();
  const readAll = (layer: BundleLayer, below: string, prefix = ''): [string, Template][] =>
    (layer.files.list(below) ?? []).flatMap((file) => {
      if (!file.includes('.'))
        return prefix === '' && below === layer.folder ? [] : readAll(layer, `${below}/${file}`, `${prefix}${file}/`);
      if (!file.endsWith('.hbs')) return [];
      const template = readTemplateFile(`${below}/${file}`, { ...source, files: layer.files });
      if (template === null) broken.add(prefix + file.slice(0, -4));
      return template === null ? [] : [[prefix + file.slice(0, -4), template]];
    });
  bundleFields(layers, source.tell);
  const templates = new Map(layers.flatMap((layer) => readAll(layer, layer.folder)));
  const partials = new Map(layers.flatMap((layer) => readAll(layer, `${layer.folder}/partials`)));
  const made = bundleDocuments(layers, common, { own: templates, partials }, source.tell);
  return {
    name,
    folder: layers[0]?.folder ?? '',
    ...made,
    templates,
    partials,
    broken,
    layouts:
      source.needsLayouts?.(made) === false
        ? new Map()
        : readLayouts(layers, lastOf(layers, 'layouts')?.names() ?? [], source),
    grids: readGrids(layers, made, source),
    plugins: readPlugins(lastOf(layers, 'plugins')),
  };
}

function readTemplateFile(path: string, { files, tell, memo }: BundleSource): Template | null {
  const bytes = files.read(path);
  const source = bytes === null ? null : decodeText(path, bytes, tell);
  if (source === null) return null;
  const packed = ownParsed<PackedProgram>('hbs', source.text);
  return packed === null ? parseTemplate(source, tell, memo) : { source, program: unpackProgram(packed, source) };
}

/** Those that documents name, from the last layer that has the file; a name that none has is told. */
function readGrids(
  layers: readonly BundleLayer[],
  { documents }: BundleDocuments,
  { tell, memo }: BundleSource,
): ReadonlyMap<string, PageGrid> {
  const named = documents.flatMap(({ grid }) => grid ?? []);
  const grids = named.flatMap((grid): [string, PageGrid][] => {
    const found = layers.findLast(({ folder, files }) => files.read(`${folder}/grids/${grid}.yaml`) !== null);
    if (found === undefined) {
      tell(unknownName('grid', grid, null, null, []));
      return [];
    }
    const path = `${found.folder}/grids/${grid}.yaml`;
    const source = decodeText(path, found.files.read(path)!, tell);
    const document = source === null ? null : readYaml(source, tell, memo);
    const read = document === null ? null : readGrid(grid, document, tell);
    return read === null ? [] : [[grid, read]];
  });
  return new Map(grids);
}

/** The text of a layout, with the name of its file. */
type LayoutFile = readonly [name: string, source: SourceText];

/** Layouts by name, those of later folders in place of earlier ones; made again only where a file has another text. */
function readLayouts(
  layers: readonly BundleLayer[],
  choices: readonly Named[],
  { tell, memo = noMemo }: BundleSource,
): ReadonlyMap<string, SlideLayout> {
  const texts = new Map(
    layers.flatMap(({ folder, files }) =>
      (files.list(`${folder}/layouts`) ?? [])
        .filter((file) => /\.ya?ml$/.test(file))
        .flatMap((file): LayoutFile[] => {
          const path = `${folder}/layouts/${file}`;
          const bytes = files.read(path);
          const source = bytes === null ? null : decodeText(path, bytes, tell);
          return source === null ? [] : [[file.replace(/\.ya?ml$/, ''), source]];
        }),
    ),
  );
  const parts = [[...texts].map(([name, { mark, text }]) => [name, mark, text]), choices];
  return memo.recall(
    'layouts',
    parts,
    (told) => withChoices(layoutsOf([...texts], { tell: told, memo }), choices, told),
    tell,
  );
}

/** A file whose name begins with `_` is no layout by itself: it has what others extend. */
function layoutsOf(
  texts: readonly LayoutFile[],
  { tell, memo }: Pick<BundleSource, 'tell' | 'memo'>,
): ReadonlyMap<string, SlideLayout> {
  const read = ([name, source]: LayoutFile, frames: LayoutFrames): SlideLayout | null => {
    const document = readYaml(source, tell, memo);
    return document === null ? null : readLayout(name.replace(/^_/, ''), document, frames, tell);
  };
  const isFrame = ([name]: LayoutFile): boolean => name.startsWith('_');
  const frames = new Map(texts.filter(isFrame).map((file) => [file[0].replace(/^_/, ''), read(file, new Map())]));
  return new Map(
    texts
      .filter((file) => !isFrame(file))
      .sort(([one], [other]) => (one < other ? -1 : 1))
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
    if (layouts.has(id)) continue;
    const nearest = nearestName(id, layouts.keys());
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

function readPlugins(named: DataCursor | null): readonly ChartPlugin[] {
  const ids = named?.names().map(({ id }) => id) ?? [];
  return chartPlugins.filter((plugin) => ids.includes(plugin));
}
