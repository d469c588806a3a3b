import { describe, expect, it } from 'vitest';
import { formatChange, formatFigure } from '../../src/locale/format-figure.js';
import { figureText } from '../../src/locale/cards/figure-text.js';
import { isKnownUnit } from '../../src/locale/units/units.js';
import type { Change, Figure } from '../../src/model/figure.js';

const quantity = (written: string) => ({ value: Number(written), decimals: (written.split('.')[1] ?? '').length });

const figure = (written: string, unit: string, qualifier: string | null = null): Figure => ({
  id: 'a',
  label: 'A',
  quantity: quantity(written),
  unit,
  qualifier,
  period: null,
  change: null,
  rank: null,
  award: null,
  better: 'neutral',
  source: null,
  note: null,
  span: { file: 'figures.csv', line: 2, column: 1 },
  cells: {},
});

const said = (written: string, unit: string, qualifier: string | null = null): string =>
  formatFigure(figure(written, unit, qualifier), 'full', { language: 'en-US' }).replaceAll('\u00a0', '~');

describe('a unit in English', () => {
  it.each([
    ['1234.5', '$ million', '$1,234.5~million'],
    ['1234.5', '$m', '$1,234.5m'],
    ['12', '€m', '€12m'],
    ['12', '€ bn', '€12bn'],
    ['300', 'USD million', 'USD~300~million'],
    ['300', 'million USD', 'USD~300~million'],
    ['5', '$', '$5'],
    ['-12.4', '€m', '−€12.4m'],
    ['40', '$ per tonne', '$40~per~tonne'],
    ['5', 'million', '5~million'],
    ['5', 'bn', '5bn'],
    ['5', 'thousand', '5~thousand'],
    ['5', 'people', '5~people'],
    ['1', 'people', '1~person'],
    ['5', 'person', '5~people'],
    ['1', 'days', '1~day'],
    ['1.0', 'days', '1.0~day'],
    ['1.5', 'million people', '1.5~million~people'],
    ['12', 'percentage points', '12~percentage~points'],
    ['1', 'percentage points', '1~percentage~point'],
    ['1.2', 'pp', '1.2~pp'],
    ['25', 'bps', '25~bps'],
    ['12', 'km', '12~km'],
    ['12', 't', '12~t'],
    ['12', 'thousand tonnes', '12~thousand~tonnes'],
    ['120', 'kWh', '120~kWh'],
    ['120', 'kWh/m²', '120~kWh/m²'],
    ['21', '°C', '21~°C'],
    ['8.3', '%', '8.3%'],
    ['4', 'beds per 1,000 people', '4~beds~per~1,000 people'],
    ['7', 'full-time equivalents', '7~full-time~equivalents'],
  ])('says %s %s', (written, unit, expected) => {
    expect(said(written, unit)).toBe(expected);
  });

  it('stands with its qualifier before the currency', () => {
    expect(said('1284.6', '$ million', 'over')).toBe('over $1,284.6~million');
  });

  it('may have its currency in the column of qualifiers', () => {
    expect(said('2297.0', 'm', '$')).toBe('$2,297.0m');
  });

  it.each(['milion', 'USDmillion', 'peoples', '$ tonne of', 'units sold', ''])('does not know "%s"', (name) => {
    expect(isKnownUnit(name)).toBe(false);
  });

  it('keeps the words of a unit of the report’s own together', () => {
    expect(said('5', 'units sold')).toBe('5~units~sold');
  });

  it('stands against the numeral of a card where prose has no space', () => {
    expect(figureText(figure('18.3', '%'), 'en-US').tight).toEqual({ before: false, after: true });
    expect(figureText(figure('12', '€m'), 'en-US')).toMatchObject({
      before: '€',
      after: 'm',
      tight: { before: true, after: true },
    });
    expect(figureText(figure('12', 'kWh'), 'en-US').tight).toBeUndefined();
  });
});

describe('a change in English', () => {
  const change = (written: string, unit: string): Change => ({
    quantity: quantity(written),
    unit,
    basis: 'year on year',
  });
  const say = (one: Change, signed = false): string =>
    formatChange(one, { language: 'en-US', signed }).replaceAll('\u00a0', '~');

  it.each([
    ['-3', 'days', 'down 3~days year on year', '−3~days'],
    ['1.2', 'pp', 'up 1.2~pp year on year', '+1.2~pp'],
    ['0.4', '百分点', 'up 0.4~percentage~points year on year', '+0.4~pp'],
    ['25', 'bps', 'up 25~bps year on year', '+25~bps'],
    ['8.1', '%', 'up 8.1% year on year', '+8.1%'],
    ['-58.00', '€m', 'down €58.00m year on year', '−€58.00m'],
    ['1234.5', 'USD million', 'up USD~1,234.5~million year on year', '+USD~1,234.5~million'],
  ])('of %s %s is said and signed', (written, unit, words, signed) => {
    expect(say(change(written, unit))).toBe(words);
    expect(say(change(written, unit), true)).toBe(signed);
  });
});
