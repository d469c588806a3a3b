/**
 * The content of one page: operators in its own coordinates, pt from the top left (pdfkit has turned the page's axes
 * round).
 */
import type { Box, Pt } from '../../../model/length.js';
import type { Matrix, PathStep } from '../../../model/drawing.js';
import type { Rgb } from './color.js';
import type { EmbeddedFont } from '../fonts/embedded-font.js';
import type { PdfPage, PdfReference } from '../file/pdf-objects.js';
import { OperatorBytes } from '../file/operator-bytes.js';
import { formatNumber, serialize, textString } from '../file/serialize.js';

/** What the graphics state holds, so that nothing is set twice. */
interface State {
  fill: Rgb;
  stroke: Rgb;
  font: string;
  opacity: string;
  /** How much the present matrix enlarges: what is drawn large needs finer numbers. */
  scale: number;
}
const freshState = (): State => ({ fill: '', stroke: '', font: '', opacity: '', scale: 1 });

/** What operators name. */
export interface Resources extends Pick<PdfPage, 'fonts' | 'xobjects' | 'ext_gstates'> {
  readonly shadings: Record<string, PdfReference>;
}

/** Digits behind the point of a page's lengths, in pt. */
const pageDecimals = 3;
const mostDecimals = 5;

const length = (value: Pt): string => formatNumber(value, pageDecimals);

export class Content {
  private readonly operators = new OperatorBytes();
  private state = freshState();
  private readonly saved: State[] = [];
  private inText = false;
  /** The pen of the open text object; NaN after anything that moves it otherwise. */
  private penX = NaN;
  private penY = NaN;
  private slanted = false;

  /** @param fineness decimals of lengths where nothing is enlarged. */
  constructor(
    private readonly resources: Resources,
    private readonly fineness = pageDecimals,
  ) {}

  /** Digits behind the point of lengths in the present coordinates, 0 to 5. */
  get decimals(): number {
    return Math.min(mostDecimals, Math.max(0, this.fineness + Math.ceil(Math.log10(this.state.scale))));
  }

  /** Any operator outside a text object. */
  add(operator: string): void {
    this.endText();
    this.operators.line(operator);
  }

  save(): void {
    this.add('q');
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.add('Q');
    this.state = this.saved.pop() ?? freshState();
  }

  transform(matrix: Matrix): void {
    this.add(`${matrix.map((value) => formatNumber(value, 5)).join(' ')} cm`);
    const [a, b, c, d] = matrix;
    this.state.scale *= Math.max(Math.hypot(a, b), Math.hypot(c, d), 1e-6);
  }

  fillColor(color: Rgb): void {
    if (this.state.fill === color) return;
    this.state.fill = color;
    this.operators.line(`${color} ${color.includes(' ') ? 'rg' : 'g'}`);
  }

  strokeColor(color: Rgb): void {
    if (this.state.stroke === color) return;
    this.state.stroke = color;
    this.operators.line(`${color} ${color.includes(' ') ? 'RG' : 'G'}`);
  }

  /** True until a graphics state is set. */
  get isOpaque(): boolean {
    return this.state.opacity === '';
  }

  /** An entry of the page's ExtGState resources. */
  graphicsState(name: string, reference: PdfReference): void {
    if (this.state.opacity === name) return;
    this.state.opacity = name;
    this.resources.ext_gstates[name] = reference;
    this.operators.line(`/${name} gs`);
  }

  rect(box: Box): void {
    const { decimals } = this;
    this.add(`${[box.x, box.y, box.width, box.height].map((value) => formatNumber(value, decimals)).join(' ')} re`);
  }

  path(steps: readonly PathStep[]): void {
    this.endText();
    const { decimals } = this;
    for (const step of steps) this.operators.line(pathOperator(step, decimals));
  }

  image(name: string, reference: PdfReference, box: Box): void {
    this.resources.xobjects[name] = reference;
    this.save();
    this.transform([box.width, 0, 0, -box.height, box.x, box.y + box.height]);
    this.add(`/${name} Do`);
    this.restore();
  }

  form({ name, reference }: { readonly name: string; readonly reference: PdfReference }): void {
    this.resources.xobjects[name] = reference;
    this.add(`/${name} Do`);
  }

  shading(name: string, reference: PdfReference): void {
    this.resources.shadings[name] = reference;
    this.add(`/${name} sh`);
  }

  /** Begins a show of glyphs at this left baseline point; `glyph` and `adjust` follow, and `endShow` ends it. */
  startShow(font: EmbeddedFont, size: Pt, italic: boolean, x: Pt, y: Pt): void {
    if (!this.inText) {
      this.operators.line('BT');
      this.inText = true;
      this.penX = NaN;
    }
    const fontAndSize = `/${font.name} ${length(size)} Tf`;
    if (this.state.font !== fontAndSize) {
      this.state.font = fontAndSize;
      this.resources.fonts[font.name] = font.reference;
      this.operators.line(fontAndSize);
    }
    // The comparison is false while the pen is unknown.
    if (!(y === this.penY && Math.abs(x - this.penX) < 0.002 && italic === this.slanted)) {
      this.operators.line(`1 0 ${italic ? slant : 0} -1 ${length(x)} ${length(y)} Tm`);
    }
    this.operators.add('[<');
    this.penY = y;
    this.slanted = italic;
  }

  glyph(code: number): void {
    this.operators.hex(code);
  }

  /** Moves the pen back by so many thousandths of an em. */
  adjust(thousandths: number): void {
    this.operators.between(thousandths);
  }

  /** The pen stands at `endX` now. */
  endShow(endX: Pt): void {
    this.operators.line('>] TJ');
    this.penX = endX;
  }

  /** What `draw` shows in a text object is read as this text (ISO 32000-1, 14.9.4). */
  replaced(text: string, draw: () => void): void {
    this.operators.line(`/Span <</ActualText ${serialize(textString(text))}>> BDC`);
    draw();
    this.operators.line('EMC');
  }

  endText(): void {
    if (!this.inText) return;
    this.operators.line('ET');
    this.inText = false;
  }

  bytes(): Uint8Array {
    this.endText();
    return this.operators.bytes();
  }
}

/** Tangent of twelve degrees: Chinese fonts have no italic of their own. */
const slant = '0.2126';

function pathOperator(step: PathStep, decimals: number): string {
  switch (step[0]) {
    case 'M':
      return `${formatNumber(step[1], decimals)} ${formatNumber(step[2], decimals)} m`;
    case 'L':
      return `${formatNumber(step[1], decimals)} ${formatNumber(step[2], decimals)} l`;
    case 'C':
      return `${step
        .slice(1)
        .map((value) => formatNumber(value as number, decimals))
        .join(' ')} c`;
    case 'Z':
      return 'h';
  }
}
