/** Tables on templates: which style of the template they take, and that words on its fills can be read. */
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../../src/powerpoint/look/color.js';
import { buildPalette } from '../../../src/powerpoint/template/palette.js';
import { chooseTableStyle } from '../../../src/powerpoint/table-styles/choose-table-style.js';
import { readTableLook } from '../../../src/powerpoint/template/read-table-style.js';
import { parseXml } from '../../../src/powerpoint/xml/parse-xml.js';

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const usual = '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}';
const brand = '{11111111-2222-4333-8444-555555555555}';
const style = (id: string, name: string, fill: string): string =>
  `<a:tblStyle styleId="${id}" styleName="${name}"><a:wholeTbl><a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle><a:tcStyle><a:tcBdr/></a:tcStyle></a:wholeTbl>` +
  `<a:firstRow><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill><a:solidFill><a:srgbClr val="${fill}"/></a:solidFill></a:fill></a:tcStyle></a:firstRow></a:tblStyle>`;
const list = (begin: string, ...styles: readonly string[]) =>
  parseXml(`<a:tblStyleLst xmlns:a="${main}" def="${begin}">${styles.join('')}</a:tblStyleLst>`);

const scheme = { dk1: '000000', lt1: 'FFFFFF', dk2: '1F2A44', lt2: 'EEEEEE', accent1: '0B5FA5', accent2: 'FFD966' };
const colors = { scheme, map: { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' } };
const palette = buildPalette({ ...colors, ground: { kind: 'colors', colors: ['FFFFFF'] }, ink: null, title: null });

describe('the table style of a template', () => {
  it('is its own, though new tables begin with one of PowerPoint', () => {
    const own = list(usual, style(usual, 'Medium Style 2 - Accent 1', '0B5FA5'), style(brand, 'Haus', '0B5FA5'));
    expect(chooseTableStyle(own, new Map())?.id).toBe(brand);
  });

  it('is of several own ones the one that its sample slides use most', () => {
    const other = brand.replace('1111', '9999');
    const own = list(usual, style(brand, 'Haus', '0B5FA5'), style(other, 'Haus 2', '0B5FA5'));
    expect(chooseTableStyle(own, new Map([[other, 3]]))?.id).toBe(other);
  });

  it('is that with which a new table begins where it has none of its own', () => {
    expect(chooseTableStyle(null, new Map())?.id).toBe(usual);
    expect(chooseTableStyle(list('{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}'), new Map())?.id).toMatch(/^\{21E4AEA4/);
  });

  it('is none where nobody can tell what it looks like', () => {
    expect(chooseTableStyle(list('{0E3FDE45-AF77-4B5C-9715-49D594BDF05E}'), new Map())).toBeNull();
  });

  it('gives its own words to a head on which they can be read', () => {
    const { said, look } = readTableLook(chooseTableStyle(null, new Map())!, colors, palette);
    expect([said.head.fill?.literal, look.head.color?.literal, look.head.bold]).toEqual(['0B5FA5', 'FFFFFF', true]);
    expect(said.band).not.toBeNull();
  });

  it('has other words on a head that is too light for its own', () => {
    const pale = chooseTableStyle(list(brand, style(brand, 'Haus', 'FFD966')), new Map())!;
    const { said, look } = readTableLook(pale, colors, palette);
    expect(said.head.color?.literal).toBe('FFFFFF');
    const { slot, literal } = look.head.color!;
    expect(contrastOf(literal ?? palette[slot].hex, 'FFD966')).toBeGreaterThan(4.5);
  });
});
