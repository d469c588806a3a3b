/**
 * XML as it is built: elements with their attributes and content. Every text is escaped where it goes in, and only
 * there.
 */

declare const wellFormed: unique symbol;

/** Well-formed XML: one element, several beside each other, escaped text, or nothing. */
export type Xml = string & { readonly [wellFormed]: true };

/**
 * In the order given. One that is null or undefined is left out; true and false are written 1 and 0, as Office writes
 * them.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What stands in an element. null and false are nothing, so that a part may hang on a condition. */
export type Content = Xml | null | false | readonly Content[];

export const nothing = '' as Xml;

// XML 1.0, 2.2: these characters may not stand in a document, however written.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const special = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** One at a time: with a function that is called for each character JSON of a slide takes 1.6 of the time. */
const escapeXml = (text: string): string =>
  special.test(text)
    ? text
        .replace(forbidden, '')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;')
    : text;

export const text = (value: string | number): Xml => escapeXml(String(value)) as Xml;

/** XML that was read or that a library wrote, taken as it is. */
export const asXml = (xml: string): Xml => xml as Xml;

/** Pieces beside each other. */
export const fragment = (...content: readonly Content[]): Xml => joined(content) as Xml;

function joined(content: readonly Content[]): string {
  let xml = '';
  for (const each of content) {
    if (each === null || each === false) continue;
    xml += typeof each === 'string' ? each : joined(each as readonly Content[]);
  }
  return xml;
}

/** An element without content closes itself. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Xml {
  let opening = `<${name}`;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value === null || value === undefined) continue;
    opening += ` ${attribute}="${typeof value === 'string' ? escapeXml(value) : Number(value)}"`;
  }
  const inside = joined(content);
  return (inside === '' ? `${opening}/>` : `${opening}>${inside}</${name}>`) as Xml;
}

/** An element that says one value, as most of Office's settings do: `<c:overlap val="100"/>`. */
export const setting = (name: string, val: string | number | boolean): Xml => element(name, { val });

/** An element that holds a text alone. */
export const textElement = (name: string, value: string | number, attributes: Attributes = {}): Xml =>
  element(name, attributes, text(value));

/** A part of a package. */
export const xmlPart = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
