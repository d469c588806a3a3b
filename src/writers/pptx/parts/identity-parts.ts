/**
 * The parts that carry a deck's identity: a custom XML part with its properties, and one custom property of the
 * document.
 */
import { createHash } from 'node:crypto';
import { noMemo, type Memo } from '../../../memo/memo.js';
import {
  buildProperty,
  identityNamespace,
  type DeckIdentity,
  type SlideIdentity,
} from '../../../powerpoint/identity/deck-identity.js';
import { identityJson } from '../../../powerpoint/identity/identity-json.js';
import { guidOf } from '../../../powerpoint/identity/guid.js';
import { GrowingBytes } from '../package/growing-bytes.js';
import { element, text, textElement, xmlPart, type Xml } from '../../xml/element.js';

/**
 * The part as it grows, slide by slide: each is written as JSON once and escaped once, for the part, for the build's
 * mark and for the slide itself. Of 1,500 slides it is 13 MB.
 */
export class IdentityText {
  private readonly hash = createHash('sha256');
  private readonly bytes = new GrowingBytes();
  private readonly closing: string;
  private isFirst = true;

  constructor(
    private readonly said: Omit<DeckIdentity, 'build' | 'slides'>,
    private readonly memo: Memo = noMemo,
  ) {
    // An element around a mark, for its two ends.
    const mark = '\u007f';
    const [opening = '', closing = ''] = xmlPart(textElement('deck', mark, { xmlns: identityNamespace })).split(mark);
    const [head] = this.around('');
    this.closing = closing;
    this.bytes.add(opening + text(head));
    this.hash.update(head);
  }

  /** @returns what the slide says of itself, as the text of an element. */
  add(slide: SlideIdentity): Xml {
    const { json, escaped } = this.memo.recallSame('slide of the identity', [slide], () => {
      const made = JSON.stringify(slide);
      return { json: made, escaped: text(made) };
    });
    const between = this.isFirst ? '' : ',';
    this.isFirst = false;
    this.hash.update(between + json);
    this.bytes.add(between + escaped);
    return escaped;
  }

  /** When all slides are added: the mark of all that was said, and the part in UTF-8. */
  finish(): { readonly build: string; readonly part: Uint8Array } {
    const build = this.hash.update(this.around('')[1]).digest('hex').slice(0, 32);
    this.bytes.add(text(this.around(build)[1]) + this.closing);
    return { build, part: this.bytes.all() };
  }

  /** What stands before the slides and behind them; the mark of a build does not tell of itself. */
  private around(build: string): readonly [head: string, tail: string] {
    const { format, report, language } = this.said;
    const said = { format, report, language, slides: [] };
    const [head = '', tail = ''] = identityJson(build === '' ? said : { ...said, build });
    return [head, tail];
  }
}

/** All of it at once. */
export function identityPart(identity: DeckIdentity): Uint8Array {
  const whole = new IdentityText(identity);
  for (const slide of identity.slides) whole.add(slide);
  return whole.finish().part;
}

/** ISO 29500-1, 22.5: who reads the part knows it by its schema. */
export const identityPropertiesPart = (): string =>
  xmlPart(
    element(
      'ds:datastoreItem',
      {
        'ds:itemID': guidOf(identityNamespace),
        'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml',
      },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': identityNamespace })),
    ),
  );

/** Properties of a document count from 2 (ISO 29500-1, 22.3.2.2). */
export const buildPropertyElement = ({ build }: Pick<DeckIdentity, 'build'>, pid = 2): Xml =>
  element(
    'property',
    { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid, name: buildProperty },
    textElement('vt:lpwstr', build, {
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    }),
  );

export const customPropertiesPart = (identity: Pick<DeckIdentity, 'build'>): string =>
  xmlPart(
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' },
      buildPropertyElement(identity),
    ),
  );
