/**
 * Faults of a deck that the Open XML SDK's validator passes over and LibreOffice shows in spite of: each was put into a
 * sound deck and found by neither.
 * PowerPoint itself was not at hand: which of them it repairs, and which it only wonders at, is not known.
 */
import { allRelationsOf, targetsOf } from '../../src/powerpoint/package/relations.js';
import { openPackage, type OpenedPackage } from '../../src/powerpoint/package/open-package.js';
import { builtInTableStyle } from '../../src/powerpoint/table-styles/built-in-table-styles.js';
import { childOf, childrenOf, everyElement, parseXml, type XmlElement } from '../../src/powerpoint/xml/parse-xml.js';

export function checkDeckFaults(bytes: Uint8Array): readonly string[] {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') return [`no package: ${pack}`];
  const main = targetsOf(pack, '', 'officeDocument')[0] ?? '';
  const presentation = parseXml(pack.text(main) ?? '');
  if (presentation === null) return ['no presentation'];
  const slides = relatedBy(pack, main, childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId'));
  const masters = relatedBy(pack, main, childrenOf(childOf(presentation, 'p:sldMasterIdLst'), 'p:sldMasterId'));
  return [
    ...checkMainType(pack, main),
    ...checkLayoutIds(pack, presentation, masters),
    ...twice(slides, 'slide listed twice'),
    ...twice(
      masters.flatMap((path) => targetsOf(pack, path, 'theme')),
      'theme of two masters',
    ),
    ...masters.flatMap((path) => checkListedLayouts(pack, path)),
    ...slides.flatMap((path) => checkSlide(pack, path)),
    ...twice(
      slides.flatMap((path) => targetsOf(pack, path, 'chart')),
      'chart of two frames',
    ),
    ...twice(
      slides.flatMap((path) => targetsOf(pack, path, 'chartEx')),
      'chart of two frames',
    ),
    ...slides.flatMap((path) => checkExtendedCharts(pack, path)),
    ...checkSections(presentation),
    ...checkTableStyles(pack, main, slides),
  ];
}

const relatedBy = (pack: OpenedPackage, main: string, listed: readonly XmlElement[]): readonly string[] => {
  const relations = allRelationsOf(pack, main);
  return listed.map(({ attributes }) => relations.find(({ id }) => id === attributes['r:id'])?.target ?? '');
};

const twice = (values: readonly string[], what: string): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${what}: ${value}`);

function checkMainType(pack: OpenedPackage, main: string): readonly string[] {
  const types = parseXml(pack.text('[Content_Types].xml') ?? '');
  const type = types?.children.find(({ attributes }) => attributes['PartName'] === `/${main}`)?.attributes[
    'ContentType'
  ];
  const right = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
  return type === right ? [] : [`a .pptx whose main part is ${type ?? 'of no type'}`];
}

/** Ids of masters and layouts are numbers of one row (ISO 29500-1, 19.7.14 and 19.7.16). */
function checkLayoutIds(pack: OpenedPackage, presentation: XmlElement, masters: readonly string[]): readonly string[] {
  const own = childrenOf(childOf(presentation, 'p:sldMasterIdLst'), 'p:sldMasterId');
  const layouts = masters.flatMap((path) =>
    childrenOf(childOf(parseXml(pack.text(path) ?? ''), 'p:sldLayoutIdLst'), 'p:sldLayoutId'),
  );
  const ids = [...own, ...layouts].flatMap(({ attributes }) =>
    attributes['id'] === undefined ? [] : [attributes['id']],
  );
  return twice(ids, 'id of two masters or layouts');
}

/** A layout that its master leads to and does not list cannot be chosen; one of two masters has two parents. */
function checkListedLayouts(pack: OpenedPackage, master: string): readonly string[] {
  const listed = childrenOf(childOf(parseXml(pack.text(master) ?? ''), 'p:sldLayoutIdLst'), 'p:sldLayoutId');
  const ids = new Set(listed.map(({ attributes }) => attributes['r:id']));
  return allRelationsOf(pack, master).flatMap(({ id, type, target }) => [
    ...(type === 'slideLayout' && !ids.has(id) ? [`layout that its master does not list: ${target}`] : []),
    ...(type === 'slideLayout' && targetsOf(pack, target, 'slideMaster')[0] !== master
      ? [`layout of another master: ${target}`]
      : []),
  ]);
}

function checkSlide(pack: OpenedPackage, path: string): readonly string[] {
  const layouts = targetsOf(pack, path, 'slideLayout');
  if (layouts.length !== 1) return [`slide with ${layouts.length} layouts: ${path}`];
  const filled = placeholdersOf(pack, path);
  const offered = placeholdersOf(pack, layouts[0]!);
  const keyOf = ({ attributes }: XmlElement): string => `${attributes['type'] ?? 'obj'} ${attributes['idx'] ?? '0'}`;
  const known = new Set(offered.map(keyOf));
  return [
    ...filled
      .filter((placeholder) => !known.has(keyOf(placeholder)))
      .map((placeholder) => `placeholder that its layout lacks on ${path}: ${keyOf(placeholder)}`),
    ...twice(filled.map(keyOf), `placeholder filled twice on ${path}`),
  ];
}

const placeholdersOf = (pack: OpenedPackage, path: string): readonly XmlElement[] =>
  elementsOf(pack, path).filter(({ name }) => name === 'p:ph');

/**
 * A chart of PowerPoint 2016 outside of alternatives is nothing to other programs; PowerPoint does not open a file in
 * which one lacks a part beside it, as others have found.
 */
function checkExtendedCharts(pack: OpenedPackage, path: string): readonly string[] {
  const root = parseXml(pack.text(path) ?? '');
  const bare = root === null ? [] : [...outsideChoices(root)].filter(({ name }) => name === 'cx:chart');
  const missing = targetsOf(pack, path, 'chartEx').flatMap((chart) =>
    (['package', 'chartStyle', 'chartColorStyle'] as const)
      .filter((type) => targetsOf(pack, chart, type).length !== 1)
      .map((type) => `${chart} without its ${type}`),
  );
  return [...bare.map(() => `chart of PowerPoint 2016 without an alternative on ${path}`), ...missing];
}

function* outsideChoices(element: XmlElement): Generator<XmlElement> {
  if (element.name === 'mc:Choice') return;
  yield element;
  for (const child of element.children) yield* outsideChoices(child);
}

function checkSections(presentation: XmlElement): readonly string[] {
  const ids = childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId').map(({ attributes }) => attributes['id']);
  const named = [...everyElement(presentation)]
    .filter(({ name }) => name === 'p14:sldId')
    .map(({ attributes }) => attributes['id'] ?? '');
  return [
    ...named.filter((id) => !ids.includes(id)).map((id) => `section of a slide that is not there: ${id}`),
    ...twice(named, 'slide of two sections'),
  ];
}

function checkTableStyles(pack: OpenedPackage, main: string, slides: readonly string[]): readonly string[] {
  const styles = targetsOf(pack, main, 'tableStyles').map((path) => parseXml(pack.text(path) ?? ''));
  const known = new Set([
    ...styles.flatMap((root) => (root?.children ?? []).map(({ attributes }) => attributes['styleId'] ?? '')),
  ]);
  return slides.flatMap((path) =>
    elementsOf(pack, path)
      .filter(({ name, text }) => name === 'a:tableStyleId' && !known.has(text) && builtInTableStyle(text) === null)
      .map(({ text }) => `table style that is not there on ${path}: ${text}`),
  );
}

/** None of a part that is not well-formed: that is told elsewhere. */
const elementsOf = (pack: OpenedPackage, path: string): readonly XmlElement[] => {
  const root = parseXml(pack.text(path) ?? '');
  return root === null ? [] : [...everyElement(root)];
};
