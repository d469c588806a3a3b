/** What a page is drawn on as SVG: markup that grows, names that are unique on the page, and what all pages share. */
import type { Picture } from '../../model/document.js';
import type { Color, FontRole, Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { hexOf, svgElement, svgNumber, type Attributes } from './svg-markup.js';
import type { WebFonts } from './web-fonts.js';

/** What the pages of one document share. */
export interface SvgShared {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly web: WebFonts;
  /** An address at which the browser finds these bytes: a path of a server, or a data URL. */
  readonly addressOf: (bytes: Uint8Array, type: 'image/png' | 'image/jpeg') => string;
  /** The pixels that a picture is shown with. */
  readonly pixelsOf: (picture: Picture) => { readonly format: 'png' | 'jpeg' | 'svg'; readonly bytes: Uint8Array };
  /** Where a link to a page leads, pages from 0: `#page-4`. */
  readonly pageAddress: (page: number) => string;
}

export class SvgSurface {
  private readonly parts: string[] = [];
  private names = 0;
  private readonly colors = new Map<Color, string>();

  /** @param prefix of names on this page: many pages stand in one document. */
  constructor(
    readonly shared: SvgShared,
    private readonly prefix: string,
    /** How it writes its numbers: as finely as what is drawn wants. */
    readonly number: (value: number) => string = svgNumber,
  ) {}

  /** An element whose numbers are written as this surface writes them; `content` is markup already. */
  element(name: string, attributes: Attributes, content = ''): string {
    const written = Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'number' ? this.number(value) : value,
    ]);
    return svgElement(name, Object.fromEntries(written) as Attributes, content);
  }

  add(markup: string): void {
    this.parts.push(markup);
  }

  /** A name that no other element has: of a gradient, a clip. */
  uniqueName(): string {
    this.names += 1;
    return `${this.prefix}${this.names}`;
  }

  hex(color: Color): string {
    let hex = this.colors.get(color);
    if (hex === undefined) this.colors.set(color, (hex = hexOf(this.shared.theme, color)));
    return hex;
  }

  /** In pt, of each character, for text that no line breaker has spaced. */
  naturalAdvances(font: FontRole, bold: boolean, size: number, text: string, letterSpacing = 0): number[] {
    const face = this.shared.fonts.face(font, bold);
    return Array.from(text, (character) => face.advance(character.codePointAt(0)!) * size + letterSpacing);
  }

  markup(): string {
    return this.parts.join('');
  }
}
