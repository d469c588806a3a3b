/** What every drawing function works on: one page's content, with the marks that tie it to the structure tree. */
import type { Box, Pt } from '../../../model/length.js';
import type { NoteLabel, Page, PlacedPageItem, Tag } from '../../../model/page.js';
import type { Color } from '../../../model/theme.js';
import type { ChartDrawings } from '../../drawn/chart-drawings.js';
import { inkOf, type Rgb } from './color.js';
import { Content, type Resources } from './content.js';
import type { Target } from '../structure/links.js';
import type { PdfPage, PdfReference } from '../file/pdf-objects.js';
import type { Shared, Surface } from './surface.js';

/** Where a placed page stands on the page of the file, and its size against its own. */
interface Placement {
  readonly x: Pt;
  readonly y: Pt;
  readonly scale: number;
}

/** pdfkit's page knows no shadings. */
function resourcesOf(page: PdfPage): Resources {
  const data = page.resources.data as { Shading?: Record<string, PdfReference> };
  return {
    get fonts() {
      return page.fonts;
    },
    get xobjects() {
      return page.xobjects;
    },
    get ext_gstates() {
      return page.ext_gstates;
    },
    get shadings() {
      return (data.Shading ??= {});
    },
  };
}

export class Canvas implements Surface {
  readonly content: Content;
  /** The page that is drawn: that of the file, or one that is placed on it. */
  page: Page;
  private readonly pdfPage: PdfPage;
  private readonly fileHeight: Pt;
  private placement: Placement = { x: 0, y: 0, scale: 1 };
  private open: Tag | null = null;
  private openLanguage: string | null = null;

  constructor(
    readonly shared: Shared,
    page: Page,
    readonly drawings: ChartDrawings,
  ) {
    this.page = page;
    this.fileHeight = page.size.height;
    this.pdfPage = shared.file.addPage(page.size);
    this.content = new Content(resourcesOf(this.pdfPage));
    shared.structure.addPage(this.pdfPage.dictionary, page.size.height);
    if (page.cut !== undefined)
      Object.assign(this.pdfPage.dictionary.data, {
        TrimBox: this.corners(page.cut.trim),
        BleedBox: this.corners(page.cut.bleed),
      });
  }

  /** What `draw` draws is drawn on the placed page. */
  place({ page, number, box, clip }: PlacedPageItem, draw: () => void): void {
    const outer = { page: this.page, placement: this.placement };
    const { x, y } = this.onFile(box);
    const scale = box.width / page.size.width;
    this.endMark();
    this.content.save();
    this.content.rect(clip);
    this.content.add('W n');
    this.content.transform([scale, 0, 0, scale, box.x, box.y]);
    this.placement = { x, y, scale: outer.placement.scale * scale };
    this.page = page;
    this.shared.structure.place = number;
    draw();
    this.endMark();
    this.content.restore();
    Object.assign(this, outer);
  }

  /**
   * All that is drawn from here on belongs to this node; content that follows for the same node joins it.
   * @param language BCP 47, where it differs from the node's (PDF/UA-1, 7.2).
   */
  mark(tag: Tag, language: string | null = null): void {
    if (this.open === tag && this.openLanguage === language) return;
    this.endMark();
    this.open = tag;
    this.openLanguage = language;
    if (tag === 'artifact') {
      this.content.add('/Artifact BMC');
      return;
    }
    const { structure } = this.shared;
    const own = language === null ? '' : `/Lang (${language}) `;
    this.content.add(`/${structure.roleOf(tag)} <<${own}/MCID ${structure.addContent(tag)}>> BDC`);
  }

  endMark(): void {
    if (this.open !== null) this.content.add('EMC');
    this.open = null;
  }

  /** A figure's box grows by this one; words for it where its node has none. */
  extend(tag: Tag, box: Box, alt = ''): void {
    this.shared.structure.extend(tag, this.onFile(box), alt);
  }

  fillText(color: Color): void {
    this.content.fillColor(this.inkFor(this.shared.rgbOf(color)));
  }

  fill(color: Color): void {
    this.content.fillColor(this.shared.rgbOf(color));
  }

  stroke(color: Color): void {
    this.content.strokeColor(this.inkFor(this.shared.rgbOf(color)));
  }

  inkFor = (color: Rgb): Rgb => (this.shared.ink === 'black' ? inkOf(color) : color);

  /** A place that leads elsewhere; its words are the content of the node. */
  link(node: number, link: Target, box: Box, words: string): void {
    const annotation = this.shared.links.add(link, this.corners(this.onFile(box)), words);
    this.pdfPage.annotations.push(annotation);
    this.shared.structure.addAnnotation(node, annotation);
  }

  /** A footnote's mark or its label stands in this box: links lead there. */
  noteStands(kind: 'note' | 'mark', label: NoteLabel, box: Box): void {
    const [left = 0, , , top = 0] = this.corners(this.onFile(box));
    this.shared.links.place(kind, label, { page: this.pdfPage.dictionary, left, top });
  }

  private onFile(box: Box): Box {
    const { x, y, scale } = this.placement;
    return scale === 1 && x === 0 && y === 0
      ? box
      : { x: x + box.x * scale, y: y + box.y * scale, width: box.width * scale, height: box.height * scale };
  }

  /** As PDF has it: left, bottom, right, top, from the page's foot. */
  private corners({ x, y, width, height }: Box): readonly Pt[] {
    return [x, this.fileHeight - y - height, x + width, this.fileHeight - y];
  }

  finish(): void {
    this.endMark();
    this.pdfPage.content.write(this.content.bytes());
  }
}
