/** A chart part and its workbook as a reader of the deck sees them. */
import { strFromU8, unzipSync } from 'fflate';
import { toNative } from '../../src/charts/native.js';
import type { Chart } from '../../src/model/chart.js';
import { chartPartXml } from '../../src/writers/pptx/chart-part/chart-part-xml.js';
import { chartWorkbook } from '../../src/writers/pptx/chart-part/chart-workbook.js';
import { onSlide, theme } from './sample-charts.js';

export interface ReadSeries {
  readonly name: string;
  readonly categories: readonly string[];
  /** By point; a gap is null. */
  readonly values: readonly (number | null)[];
  /** What the labels print, by point, worked out from their format or text. */
  readonly labels: readonly (string | null)[];
  readonly cells: { readonly name: string; readonly categories: string; readonly values: string };
}

export interface ReadChart {
  readonly xml: string;
  readonly series: readonly ReadSeries[];
  readonly axis: { readonly min: number; readonly max: number } | null;
  /** By address: A1, B2. */
  readonly sheet: ReadonlyMap<string, string | number>;
}

export function readNative(chart: Chart, place = onSlide): ReadChart {
  const native = toNative(chart, theme, place);
  if (native === null) throw new Error(`${chart.kind} has no native chart`);
  const xml = chartPartXml(native);
  const axis = /<c:valAx>.*?<c:max val="([^"]+)"\/><c:min val="([^"]+)"\/>/.exec(xml);
  return {
    xml,
    series: (xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? []).map(readSeries),
    axis: axis === null ? null : { max: Number(axis[1]), min: Number(axis[2]) },
    sheet: readSheet(chartWorkbook(native)),
  };
}

const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
const inside = (xml: string, element: string): string =>
  new RegExp(`<c:${element}>(.*?)</c:${element}>`, 's').exec(xml)?.[1] ?? '';
const formula = (xml: string): string => unescape(/<c:f>(.*?)<\/c:f>/.exec(xml)?.[1] ?? '');

function cacheOf(xml: string): (string | null)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(xml)?.[1] ?? 0);
  const points = new Map(
    [...xml.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/gs)].map(([, index, text]) => [
      Number(index),
      unescape(text!),
    ]),
  );
  return Array.from({ length: count }, (_, index) => points.get(index) ?? null);
}

function readSeries(xml: string): ReadSeries {
  const values = cacheOf(inside(xml, 'val') || inside(xml, 'yVal')).map((text) =>
    text === null ? null : Number(text),
  );
  const [name, cat, val] = [
    inside(xml, 'tx'),
    inside(xml, 'cat') || inside(xml, 'xVal'),
    inside(xml, 'val') || inside(xml, 'yVal'),
  ];
  const labels = inside(xml, 'dLbls');
  const own = new Map(
    (labels.match(/<c:dLbl>.*?<\/c:dLbl>/gs) ?? []).map((label) => [
      Number(/<c:idx val="(\d+)"/.exec(label)![1]),
      label,
    ]),
  );
  const common = labels.replace(/<c:dLbl>.*?<\/c:dLbl>/gs, '');
  return {
    name: cacheOf(name)[0] ?? '',
    categories: cacheOf(cat).map((text) => text ?? ''),
    values,
    labels: values.map((value, index) => (value === null ? null : labelText(own.get(index) ?? common, value))),
    cells: { name: formula(name), categories: formula(cat), values: formula(val) },
  };
}

function labelText(xml: string, value: number): string | null {
  const rich = [...xml.matchAll(/<a:t>(.*?)<\/a:t>/g)].map(([, text]) => unescape(text!));
  if (rich.length > 0) return rich.join('\n');
  const format = /formatCode="([^"]*)"/.exec(xml);
  return !xml.includes('<c:showVal val="1"/>') || format === null ? null : printNumber(unescape(format[1]!), value);
}

/** The part of Excel's number formats that charts use: literals, 0 with decimals, #,##0, sections. */
export function printNumber(format: string, value: number): string {
  const [positive = '', negative, zero] = format.split(';');
  const section = value < 0 ? (negative ?? `-${positive}`) : value === 0 ? (zero ?? positive) : positive;
  return section.replace(
    /"([^"]*)"|(#,##)?0(?:\.(0+))?/g,
    (_, literal: string | undefined, commas: string | undefined, decimals: string | undefined) => {
      if (literal !== undefined) return literal;
      const digits = Math.abs(value).toFixed(decimals?.length ?? 0);
      const [whole = '', fraction] = digits.split('.');
      const grouped = commas === undefined ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
      return fraction === undefined ? grouped : `${grouped}.${fraction}`;
    },
  );
}

function readSheet(workbook: Uint8Array): Map<string, string | number> {
  const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml']!);
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gs)].map(([, at, attributes, content]) => {
      const text = /<(?:t|v)[^>]*>(.*?)<\/(?:t|v)>/s.exec(content!)![1]!;
      return [at!, attributes!.includes('inlineStr') ? unescape(text) : Number(text)];
    }),
  );
}

/** Cells of a range of one column, from the top; a missing one is null. */
export function cellsOf(sheet: ReadChart['sheet'], range: string): (string | number | null)[] {
  const [, column, from, to = from] = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(range) ?? [];
  return Array.from(
    { length: Number(to) - Number(from) + 1 },
    (_, index) => sheet.get(`${column}${Number(from) + index}`) ?? null,
  );
}
