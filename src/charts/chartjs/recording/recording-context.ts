/**
 * A 2D canvas context that records what is drawn as vector operations in pt (one canvas px is one pt).
 * Matrices are worked into paths at once, so that few operations remain; what it cannot record it says through `lacks`,
 * once each.
 *
 * - Recorded as they are: paths with all their steps (`arcTo`, `ellipse`, `roundRect` too), both rules of filling and
 *   clipping, lines with caps, joins, dashes and their offset, linear and radial gradients, `globalAlpha`, every
 *   matrix, pictures of PNG bytes.
 * - Text is text, in every alignment, baseline, size and weight, turned, squeezed, with `letterSpacing` in px or em,
 *   filled or outlined (`strokeText`, as under the labels of datalabels). Its widths are sums of advances, so
 *   `fontKerning`, `textRendering` and `imageSmoothing…` change nothing.
 * - Left out and said: shadows (what casts one is drawn), filters, slanted letters (drawn upright), `wordSpacing`, text
 *   from right to left, `fontStretch`, `fontVariantCaps`, parts of pictures, pixel data, `Path2D`, `isPointIn…`,
 *   clearing a part.
 * - Replaced and said: a pattern is grey, a conic gradient its first colours, a composite mode `source-over`. The
 *   raster drawing has these.
 */
import type { Drawing, DrawingOperation, GradientStop, Matrix, Paint, PathStep } from '../../../model/drawing.js';
import type { Size } from '../../../model/length.js';
import { readColor, readFont } from './canvas-style.js';
import { apply, identity, invert, isEven, isShift, multiply, scaleOf } from '../../../geometry/matrix.js';
import { PathBuilder } from '../../../geometry/path-builder.js';
import { transformPath } from '../../../geometry/transform-path.js';

/** Measures a text in one size and weight, in pt and em. */
export interface TextMeasure {
  width(text: string, size: number, bold: boolean): number;
  ascent(bold: boolean): number;
  descent(bold: boolean): number;
}

class RecordedGradient {
  readonly stops: GradientStop[] = [];
  constructor(
    readonly kind: 'linear' | 'radial',
    readonly numbers: readonly number[],
  ) {}
  addColorStop(offset: number, text: string): void {
    this.stops.push({ offset, ...(readColor(text) ?? { hex: '#000000', alpha: 1 }) });
  }
}

type Style = string | RecordedGradient;

/** All that `save` keeps. */
interface State {
  matrix: Matrix;
  fillStyle: Style;
  strokeStyle: Style;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  lineDash: readonly number[];
  lineDashOffset: number;
  globalAlpha: number;
  font: string;
  textAlign: 'start' | 'end' | 'left' | 'right' | 'center';
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom';
  letterSpacing: string;
  shadowColor: string;
  shadowBlur: number;
  shadowOffsetX: number;
  shadowOffsetY: number;
  globalCompositeOperation: string;
  filter: string;
  direction: string;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: string;
  fontKerning: string;
  wordSpacing: string;
  textRendering: string;
  fontStretch: string;
  fontVariantCaps: string;
  /** Whether a `save` was recorded for this state: only a clip needs one. */
  clipped: boolean;
}

const initialState = (): State => ({
  matrix: identity,
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDash: [],
  lineDashOffset: 0,
  globalAlpha: 1,
  font: '10px body',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  letterSpacing: '0px',
  shadowColor: 'rgba(0,0,0,0)',
  shadowBlur: 0,
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  globalCompositeOperation: 'source-over',
  filter: 'none',
  direction: 'ltr',
  imageSmoothingEnabled: true,
  imageSmoothingQuality: 'low',
  fontKerning: 'auto',
  wordSpacing: '0px',
  textRendering: 'auto',
  fontStretch: 'normal',
  fontVariantCaps: 'normal',
  clipped: false,
});

export interface RecordingCanvas {
  width: number;
  height: number;
  style: Record<string, string>;
  getContext(kind: '2d'): RecordingContext;
}

/** What a canvas context has beyond these, and what none of our drawings can show, is said through `lacks`. */
export class RecordingContext {
  readonly canvas: RecordingCanvas;
  private operations: DrawingOperation[] = [];
  private readonly stack: State[] = [];
  private state = initialState();
  private readonly path = new PathBuilder(() => this.state.matrix);
  private readonly said = new Set<string>();

  constructor(
    private readonly size: Size,
    private readonly measure: TextMeasure,
    private readonly lacks: (operation: string) => void,
  ) {
    this.canvas = { width: size.width, height: size.height, style: {}, getContext: () => this };
  }

  /** What was drawn. */
  finish(): Drawing {
    while (this.stack.length > 0) this.restore();
    const operations = this.state.clipped ? [...this.operations, { kind: 'restore' } as const] : this.operations;
    return { size: this.size, operations };
  }

  // ---- State

  save(): void {
    this.stack.push(this.state);
    this.state = { ...this.state, clipped: false };
  }

  restore(): void {
    const before = this.stack.pop();
    if (before === undefined) return;
    if (this.state.clipped) this.operations.push({ kind: 'restore' });
    this.state = before;
  }

  reset(): void {
    this.operations = [];
    this.stack.length = 0;
    this.state = initialState();
    this.path.clear();
  }

  get fillStyle(): Style {
    return this.state.fillStyle;
  }
  set fillStyle(style: Style) {
    this.setPaint('fillStyle', style);
  }
  get strokeStyle(): Style {
    return this.state.strokeStyle;
  }
  set strokeStyle(style: Style) {
    this.setPaint('strokeStyle', style);
  }
  get lineWidth(): number {
    return this.state.lineWidth;
  }
  set lineWidth(width: number) {
    if (width > 0) this.state.lineWidth = width;
  }
  get lineCap(): State['lineCap'] {
    return this.state.lineCap;
  }
  set lineCap(cap: State['lineCap']) {
    this.state.lineCap = cap;
  }
  get lineJoin(): State['lineJoin'] {
    return this.state.lineJoin;
  }
  set lineJoin(join: State['lineJoin']) {
    this.state.lineJoin = join;
  }
  get miterLimit(): number {
    return this.state.miterLimit;
  }
  set miterLimit(limit: number) {
    this.state.miterLimit = limit;
  }
  get lineDashOffset(): number {
    return this.state.lineDashOffset;
  }
  set lineDashOffset(offset: number) {
    if (Number.isFinite(offset)) this.state.lineDashOffset = offset;
  }
  get globalAlpha(): number {
    return this.state.globalAlpha;
  }
  set globalAlpha(alpha: number) {
    if (alpha >= 0 && alpha <= 1) this.state.globalAlpha = alpha;
  }
  get font(): string {
    return this.state.font;
  }
  set font(font: string) {
    if (readFont(font) !== null) this.state.font = font;
    else this.say(`font "${font}"`);
  }
  get textAlign(): State['textAlign'] {
    return this.state.textAlign;
  }
  set textAlign(align: State['textAlign']) {
    this.state.textAlign = align;
  }
  get textBaseline(): State['textBaseline'] {
    return this.state.textBaseline;
  }
  set textBaseline(baseline: State['textBaseline']) {
    this.state.textBaseline = baseline;
  }
  get letterSpacing(): string {
    return this.state.letterSpacing;
  }
  set letterSpacing(spacing: string) {
    if (/^-?[\d.]+(px|em)$|^0$/.test(spacing)) this.state.letterSpacing = spacing;
    else this.say(`letter spacing "${spacing}"`);
  }
  get direction(): string {
    return this.state.direction;
  }
  set direction(direction: string) {
    if (direction === 'rtl') this.say('text from right to left');
    this.state.direction = direction;
  }
  get globalCompositeOperation(): string {
    return this.state.globalCompositeOperation;
  }
  set globalCompositeOperation(mode: string) {
    if (mode !== 'source-over') this.say(`composite mode ${mode}`);
    this.state.globalCompositeOperation = mode;
  }
  get filter(): string {
    return this.state.filter;
  }
  set filter(filter: string) {
    if (filter !== 'none') this.say('filters');
    this.state.filter = filter;
  }
  get shadowColor(): string {
    return this.state.shadowColor;
  }
  set shadowColor(color: string) {
    this.state.shadowColor = color;
  }
  get shadowBlur(): number {
    return this.state.shadowBlur;
  }
  set shadowBlur(blur: number) {
    this.state.shadowBlur = blur;
  }
  get shadowOffsetX(): number {
    return this.state.shadowOffsetX;
  }
  set shadowOffsetX(offset: number) {
    this.state.shadowOffsetX = offset;
  }
  get shadowOffsetY(): number {
    return this.state.shadowOffsetY;
  }
  set shadowOffsetY(offset: number) {
    this.state.shadowOffsetY = offset;
  }
  get imageSmoothingEnabled(): boolean {
    return this.state.imageSmoothingEnabled;
  }
  set imageSmoothingEnabled(smooth: boolean) {
    this.state.imageSmoothingEnabled = smooth;
  }
  get imageSmoothingQuality(): string {
    return this.state.imageSmoothingQuality;
  }
  set imageSmoothingQuality(quality: string) {
    this.state.imageSmoothingQuality = quality;
  }
  get fontKerning(): string {
    return this.state.fontKerning;
  }
  set fontKerning(kerning: string) {
    this.state.fontKerning = kerning;
  }
  get wordSpacing(): string {
    return this.state.wordSpacing;
  }
  set wordSpacing(spacing: string) {
    if (!/^0(px)?$/.test(spacing)) this.say('word spacing');
    this.state.wordSpacing = spacing;
  }

  get textRendering(): string {
    return this.state.textRendering;
  }
  set textRendering(rendering: string) {
    this.state.textRendering = rendering;
  }
  get fontStretch(): string {
    return this.state.fontStretch;
  }
  set fontStretch(stretch: string) {
    if (stretch !== 'normal') this.say('stretched text');
    this.state.fontStretch = stretch;
  }
  get fontVariantCaps(): string {
    return this.state.fontVariantCaps;
  }
  set fontVariantCaps(caps: string) {
    if (caps !== 'normal') this.say('small capitals');
    this.state.fontVariantCaps = caps;
  }

  setLineDash(dash: readonly number[]): void {
    this.state.lineDash = dash.length % 2 === 1 ? [...dash, ...dash] : [...dash];
  }
  getLineDash(): number[] {
    return [...this.state.lineDash];
  }

  // ---- Matrix

  getTransform(): { a: number; b: number; c: number; d: number; e: number; f: number } {
    const [a, b, c, d, e, f] = this.state.matrix;
    return { a, b, c, d, e, f };
  }
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.state.matrix = multiply(this.state.matrix, [a, b, c, d, e, f]);
  }
  setTransform(
    a: number | { a: number; b: number; c: number; d: number; e: number; f: number },
    b = 0,
    c = 0,
    d = 1,
    e = 0,
    f = 0,
  ): void {
    this.state.matrix = typeof a === 'number' ? [a, b, c, d, e, f] : [a.a, a.b, a.c, a.d, a.e, a.f];
  }
  resetTransform(): void {
    this.state.matrix = identity;
  }
  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }
  rotate(angle: number): void {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }

  // ---- Paths

  beginPath(): void {
    this.path.clear();
  }
  closePath(): void {
    this.path.close();
  }
  moveTo(x: number, y: number): void {
    this.path.moveTo(x, y);
  }
  lineTo(x: number, y: number): void {
    this.path.lineTo(x, y);
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path.curveTo(x1, y1, x2, y2, x, y);
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path.quadraticTo(cx, cy, x, y);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(x, y, width, height);
  }
  roundRect(...numbers: Parameters<PathBuilder['roundRect']>): void {
    this.path.roundRect(...numbers);
  }
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    this.path.arcTo(x1, y1, x2, y2, radius);
  }
  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    this.path.ellipse(x, y, radius, radius, 0, from, to, backwards);
  }
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    from: number,
    to: number,
    backwards = false,
  ): void {
    this.path.ellipse(x, y, radiusX, radiusY, rotation, from, to, backwards);
  }

  fill(first?: unknown): void {
    if (this.isPath2D(first)) return;
    this.recordFill(this.path.steps, first === 'evenodd' ? 'evenodd' : 'nonzero');
  }
  stroke(first?: unknown): void {
    if (this.isPath2D(first)) return;
    this.recordStroke(this.path.steps);
  }
  clip(first?: unknown): void {
    if (this.isPath2D(first)) return;
    if (!this.state.clipped) this.operations.push({ kind: 'save' });
    this.state.clipped = true;
    // A path without steps lets nothing through.
    const path: readonly PathStep[] = this.path.steps.length > 0 ? this.path.steps : [['M', 0, 0], ['Z']];
    this.operations.push({ kind: 'clip', path, rule: first === 'evenodd' ? 'evenodd' : 'nonzero' });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.recordFill(this.rectangle(x, y, width, height), 'nonzero');
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.recordStroke(this.rectangle(x, y, width, height));
  }
  clearRect(x: number, y: number, width: number, height: number): void {
    const all = x <= 0 && y <= 0 && width >= this.size.width && height >= this.size.height;
    if (all && !this.state.clipped && this.stack.every((state) => !state.clipped)) this.operations = [];
    else if (this.operations.length > 0) this.say('clearing a part of the drawing');
  }

  // ---- Text

  measureText(given: unknown): Record<string, number> {
    const text = String(given);
    const { size, bold } = readFont(this.state.font)!;
    const width = this.textWidth(text);
    const ascent = this.measure.ascent(bold) * size;
    const descent = this.measure.descent(bold) * size;
    const left = width * { start: 0, left: 0, center: 0.5, end: 1, right: 1 }[this.state.textAlign];
    return {
      width,
      actualBoundingBoxLeft: left,
      actualBoundingBoxRight: width - left,
      actualBoundingBoxAscent: ascent,
      actualBoundingBoxDescent: descent,
      fontBoundingBoxAscent: ascent,
      fontBoundingBoxDescent: descent,
      emHeightAscent: ascent,
      emHeightDescent: descent,
      alphabeticBaseline: 0,
      hangingBaseline: ascent * 0.8,
      ideographicBaseline: -descent,
    };
  }
  fillText(text: unknown, x: number, y: number, maxWidth?: number): void {
    this.recordText(String(text), x, y, maxWidth, this.state.fillStyle, null);
  }
  /** Dashes of an outline are left out, and said. */
  strokeText(text: unknown, x: number, y: number, maxWidth?: number): void {
    if (this.state.lineDash.length > 0) this.say('dashed outlines of text');
    this.recordText(String(text), x, y, maxWidth, this.state.strokeStyle, this.state.lineWidth);
  }

  // ---- Paint

  createLinearGradient(...numbers: [number, number, number, number]): RecordedGradient {
    return new RecordedGradient('linear', numbers);
  }
  createRadialGradient(...numbers: [number, number, number, number, number, number]): RecordedGradient {
    return new RecordedGradient('radial', numbers);
  }
  createConicGradient(): RecordedGradient {
    this.say('conic gradients');
    return new RecordedGradient('linear', [0, 0, 1, 0]);
  }
  createPattern(): string {
    this.say('patterns');
    return '#808080';
  }

  /** Takes an object with PNG bytes, and its whole picture. */
  drawImage(
    image: { readonly png?: Uint8Array; readonly width?: number; readonly height?: number },
    x: number,
    y: number,
    width = image.width ?? 0,
    height = image.height ?? 0,
    ...crop: number[]
  ): void {
    if (image.png === undefined || crop.length > 0)
      return this.say('pictures that are not PNG bytes, or a part of one');
    const [a, b, c, d, e, f] = this.state.matrix;
    this.operations.push(
      { kind: 'save' },
      { kind: 'transform', matrix: [a, b, c, d, e, f] },
      { kind: 'image', png: image.png, x, y, width, height },
      { kind: 'restore' },
    );
  }

  putImageData(): void {
    this.say('pixel data');
  }
  getImageData(): never {
    throw new Error('a recorded drawing has no pixels to read');
  }
  isPointInPath(): boolean {
    this.say('asking whether a point is in a path');
    return false;
  }
  isPointInStroke(): boolean {
    this.say('asking whether a point is on a line');
    return false;
  }
  createImageData(): never {
    throw new Error('a recorded drawing has no pixels to write');
  }
  isContextLost(): boolean {
    return false;
  }
  getContextAttributes(): object {
    return { alpha: true };
  }
  scrollPathIntoView(): void {
    /* There is no window. */
  }
  drawFocusIfNeeded(): void {
    /* There is no focus on paper. */
  }

  // ---- Recording

  private say(operation: string): void {
    if (this.said.has(operation)) return;
    this.said.add(operation);
    this.lacks(operation);
  }

  private setPaint(which: 'fillStyle' | 'strokeStyle', style: Style): void {
    if (style instanceof RecordedGradient || (typeof style === 'string' && readColor(style) !== null))
      this.state[which] = style;
    else this.say(`colour "${String(style)}"`);
  }

  private isPath2D(first: unknown): boolean {
    if (typeof first !== 'object' || first === null) return false;
    this.say('Path2D');
    return true;
  }

  private rectangle(x: number, y: number, width: number, height: number): readonly PathStep[] {
    const path = new PathBuilder(() => this.state.matrix);
    path.rect(x, y, width, height);
    return path.steps;
  }

  private paint(style: Style): Paint {
    if (typeof style === 'string') {
      const { hex, alpha } = readColor(style)!;
      return { kind: 'solid', hex, alpha: alpha * this.state.globalAlpha };
    }
    const matrix = this.state.matrix;
    const stops = style.stops.map((stop) => ({ ...stop, alpha: stop.alpha * this.state.globalAlpha }));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = style.numbers;
    if (style.kind === 'linear') return { kind: 'linear', from: apply(matrix, a, b), to: apply(matrix, c, d), stops };
    const scale = scaleOf(matrix);
    return {
      kind: 'radial',
      from: [...apply(matrix, a, b), c * scale],
      to: [...apply(matrix, d, e), f * scale],
      stops,
    };
  }

  private checkShadow(): void {
    const { shadowColor, shadowBlur, shadowOffsetX, shadowOffsetY } = this.state;
    if ((shadowBlur !== 0 || shadowOffsetX !== 0 || shadowOffsetY !== 0) && (readColor(shadowColor)?.alpha ?? 0) > 0)
      this.say('shadows');
  }

  private recordFill(path: readonly PathStep[], rule: 'nonzero' | 'evenodd'): void {
    if (path.length === 0) return;
    this.checkShadow();
    const paint = this.paint(this.state.fillStyle);
    if (isVisible(paint)) this.operations.push({ kind: 'fill', path, rule, paint });
  }

  private recordStroke(path: readonly PathStep[]): void {
    const paint = this.paint(this.state.strokeStyle);
    if (path.length === 0 || !isVisible(paint)) return;
    this.checkShadow();
    const { matrix, lineWidth, lineCap: cap, lineJoin: join, miterLimit, lineDash, lineDashOffset } = this.state;
    const line = { kind: 'stroke', cap, join, miterLimit, paint } as const;
    if (isEven(matrix)) {
      const scale = scaleOf(matrix);
      this.operations.push({
        ...line,
        path,
        width: lineWidth * scale,
        dash: lineDash.map((length) => length * scale),
        dashOffset: lineDashOffset * scale,
      });
      return;
    }
    // Stretched more one way than the other: the line's own width is stretched too, so the matrix stays outside.
    const back = invert(matrix);
    if (back === null) return;
    this.operations.push(
      { kind: 'save' },
      { kind: 'transform', matrix },
      { ...line, path: transformPath(path, back), width: lineWidth, dash: lineDash, dashOffset: lineDashOffset },
      { kind: 'restore' },
    );
  }

  private textWidth(text: string): number {
    const { size, bold } = readFont(this.state.font)!;
    return this.measure.width(text, size, bold) + this.spacing() * [...text].length;
  }

  private spacing(): number {
    const { letterSpacing, font } = this.state;
    return (Number.parseFloat(letterSpacing) || 0) * (letterSpacing.endsWith('em') ? readFont(font)!.size : 1);
  }

  private recordText(
    text: string,
    x: number,
    y: number,
    maxWidth: number | undefined,
    style: Style,
    outline: number | null,
  ): void {
    if (text.trim() === '' || !Number.isFinite(x) || !Number.isFinite(y)) return;
    this.checkShadow();
    const { size, bold, italic } = readFont(this.state.font)!;
    if (italic) this.say('slanted text');
    const paint = this.paint(style);
    if (!isVisible(paint)) return;
    const width = this.textWidth(text);
    const squeeze = maxWidth !== undefined && width > maxWidth * 1.001 && width > 0 ? maxWidth / width : 1;
    const left = x - width * squeeze * { start: 0, left: 0, center: 0.5, end: 1, right: 1 }[this.state.textAlign];
    const baseline = y + this.baselineShift(size, bold);
    const matrix = multiply(this.state.matrix, [squeeze, 0, 0, 1, left, baseline]);
    const words = {
      kind: 'text',
      text,
      size,
      bold,
      paint,
      letterSpacing: this.spacing(),
      ...(outline === null ? {} : { outline }),
    } as const;
    if (isShift(matrix)) this.operations.push({ ...words, x: matrix[4], y: matrix[5] });
    else
      this.operations.push(
        { kind: 'save' },
        { kind: 'transform', matrix },
        { ...words, x: 0, y: 0 },
        { kind: 'restore' },
      );
  }

  /** From the baseline that the caller names down to the alphabetic one. */
  private baselineShift(size: number, bold: boolean): number {
    const ascent = this.measure.ascent(bold) * size;
    const descent = this.measure.descent(bold) * size;
    switch (this.state.textBaseline) {
      case 'top':
        return ascent;
      case 'hanging':
        return ascent * 0.8;
      // The middle of capitals, digits and Chinese characters alike; the middle of the font's box would hang low.
      case 'middle':
        return size * 0.37;
      case 'ideographic':
      case 'bottom':
        return -descent;
      case 'alphabetic':
        return 0;
    }
  }
}

const isVisible = (paint: Paint): boolean =>
  paint.kind === 'solid' ? paint.alpha > 0 : paint.stops.some((stop) => stop.alpha > 0);
