/** PNGs made smaller beside the build, in a thread of their own. */

export interface ShrunkPng {
  /** A PNG with the pixels that were asked for. */
  readonly bytes: Uint8Array;
  /** The same pixels (red, green, blue, alpha) where they are a photograph's, which a JPEG holds in fewer bytes. */
  readonly photograph: Uint8Array | null;
}

/** Sizes in pixels. */
export interface PngToShrink {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PictureThread {
  /** Starts it, where it is going to be needed soon. It starts by itself when it is first asked. */
  readonly begin: () => void;
  /** Null where it could not: whoever asked does it then. Never rejects. */
  readonly shrink: (png: PngToShrink) => Promise<ShrunkPng | null>;
  /** It does no more. */
  readonly end: () => void;
}
