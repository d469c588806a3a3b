/**
 * A drawing as plain vector operations, y downwards: what Chart.js drew, in pt, or what an SVG holds, in its own units.
 */
import type { Pt, Size } from './length.js';

export type PathStep =
  | readonly ['M', Pt, Pt]
  | readonly ['L', Pt, Pt]
  | readonly ['C', Pt, Pt, Pt, Pt, Pt, Pt]
  | readonly ['Z'];

/** `#rrggbb` and an alpha from 0 to 1, or a gradient. */
export type Paint =
  | { readonly kind: 'solid'; readonly hex: string; readonly alpha: number }
  | {
      readonly kind: 'linear';
      readonly from: readonly [Pt, Pt];
      readonly to: readonly [Pt, Pt];
      readonly stops: readonly GradientStop[];
    }
  | {
      readonly kind: 'radial';
      readonly from: readonly [Pt, Pt, Pt];
      readonly to: readonly [Pt, Pt, Pt];
      readonly stops: readonly GradientStop[];
    };
export interface GradientStop {
  readonly offset: number;
  readonly hex: string;
  readonly alpha: number;
}

/** a b c d e f, as in PDF: x' = ax + cy + e. */
export type Matrix = readonly [number, number, number, number, number, number];

export type DrawingOperation =
  | { readonly kind: 'save' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'transform'; readonly matrix: Matrix }
  | { readonly kind: 'clip'; readonly path: readonly PathStep[]; readonly rule: 'nonzero' | 'evenodd' }
  | {
      readonly kind: 'fill';
      readonly path: readonly PathStep[];
      readonly rule: 'nonzero' | 'evenodd';
      readonly paint: Paint;
    }
  | {
      readonly kind: 'stroke';
      readonly path: readonly PathStep[];
      readonly paint: Paint;
      readonly width: Pt;
      readonly cap: 'butt' | 'round' | 'square';
      readonly join: 'miter' | 'round' | 'bevel';
      readonly miterLimit: number;
      readonly dash: readonly Pt[];
      readonly dashOffset: Pt;
    }
  /** Text at its left baseline point, already aligned by the recorder. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: Pt;
      readonly y: Pt;
      readonly size: Pt;
      readonly bold: boolean;
      readonly paint: Paint;
      readonly letterSpacing: Pt;
      /** Width of the line that is drawn round its letters instead of filling them. */
      readonly outline?: Pt;
    }
  /** Drawn as one, and then seen through. */
  | { readonly kind: 'group'; readonly alpha: number; readonly operations: readonly DrawingOperation[] }
  /** A picture: PNG bytes. */
  | {
      readonly kind: 'image';
      readonly png: Uint8Array;
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
    };

export interface Drawing {
  readonly size: Size;
  readonly operations: readonly DrawingOperation[];
}
