import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../src/powerpoint/xml/parse-xml.js';

const slide = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';

describe('XML of a part', () => {
  it('gives each element its place in the text', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\r\n<p:sld xmlns:p="${slide}"><p:cSld name="a > b"/>text</p:sld>`;
    const root = parseXml(xml)!;
    const [child] = root.children;
    expect(root.name).toBe('p:sld');
    expect(xml.slice(child!.start, child!.end)).toBe('<p:cSld name="a > b"/>');
    expect(xml.slice(root.contentStart, root.end)).toBe('<p:cSld name="a > b"/>text</p:sld>');
    expect([child!.attributes['name'], root.text]).toEqual(['a > b', 'text']);
  });

  it('calls names by their usual prefixes, whatever a file calls them', () => {
    const root = parseXml(`<x:sld xmlns:x="${slide}" xmlns="${drawing}"><t/><o xmlns="urn:other"/><t/></x:sld>`)!;
    expect([root.name, ...root.children.map(({ name }) => name)]).toEqual(['p:sld', 'a:t', ':o', 'a:t']);
  });

  it('reads characters that are written by name or number, and no others', () => {
    const text = (content: string): string | undefined => parseXml(`<t>${content}</t>`)?.text;
    expect(text('&lt;&amp;lt;&#65;&#x4e2d;&#38;lt;&quot;&apos;')).toBe('<&lt;A中&lt;"\'');
    expect(text('a\r\nb<![CDATA[<&>]]><!-- left out -->')).toBe('a\nb<&>');
    expect(['&own;', '&', '&#0;', '&#xD800;', ']]>', '\u0001'].map(text)).toEqual(Array(6).fill(undefined));
  });

  it('takes nothing that is not well-formed', () => {
    const broken = ['', 'a', '<a>', '<a></b>', '<a/><b/>', '<a b/>', '<a b=c/>', '<a b="1" b="2"/>', '<a b="<"/>'];
    const others = [
      '<a><b></a></b>',
      '<p:a/>',
      '<1/>',
      '<a',
      '<a b="1"c="2"/>',
      '<a/>x',
      '<a><?xml version="1.0"?></a>',
    ];
    expect([...broken, ...others].map(parseXml)).toEqual(Array(broken.length + others.length).fill(null));
  });

  it('passes over a document type, without what it would fetch', () => {
    expect(parseXml('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>b</a>')?.text).toBe('b');
    expect(parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBeNull();
  });
});
