/** What a layout and its master show behind a slide, as pieces that can be drawn, from the farthest to the nearest. */
import type { Box, Insets, Pt } from '../../model/length.js';

/** A run of text that stands on the layout itself. */
export interface GroundRun {
  readonly text: string;
  readonly size: Pt;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Six digits. */
  readonly color: string;
}

export type GroundPiece =
  /** An SVG of the whole slide, in pt. */
  | { readonly kind: 'drawing'; readonly svg: string }
  /** `crop` is the part of the picture that fills the box, in shares of it; `opacity` is from 0 to 1. */
  | {
      readonly kind: 'picture';
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly box: Box;
      readonly crop: Box;
      readonly opacity: number;
    }
  | {
      readonly kind: 'words';
      readonly box: Box;
      readonly inset: Insets;
      readonly valign: 'top' | 'middle' | 'bottom';
      readonly paragraphs: readonly {
        readonly align: 'start' | 'center' | 'end' | 'justify';
        readonly runs: readonly GroundRun[];
      }[];
    };

/** What cannot be drawn: shapes of other forms, objects of other programs, text that does not run across. */
export type Undrawn = 'shape' | 'object' | 'turned text' | 'picture';

export interface GroundDrawing {
  readonly pieces: readonly GroundPiece[];
  /** Each as often as it occurs. */
  readonly undrawn: readonly Undrawn[];
}
