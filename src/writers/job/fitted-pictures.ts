/** The pixels of pictures as an output needs them, made or being made. */
import type { Picture, PixelFile } from '../../model/document.js';
import type { PageItem } from '../../model/page.js';

export type FittedPictures = (picture: Picture) => Pick<PixelFile, 'format' | 'bytes'>;

/** Pictures that are being made to fit, one after the other, while whoever needs them does something else. */
export interface FittingPictures {
  /** When all are there. */
  readonly all: () => Promise<FittedPictures>;
  /** When those of some items are there. */
  readonly of: (items: readonly PageItem[]) => Promise<FittedPictures>;
}
