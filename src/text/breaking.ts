/** How lines of a paragraph may break. */
import type { Prohibition } from '../model/typesetting.js';
import type { SpacingStyle } from './characters/spacing.js';

export interface Breaking {
  readonly prohibition?: Prohibition;
  /** Breaks chosen over the whole paragraph; justified text has it unless told otherwise, other text only when told. */
  readonly optimal?: boolean;
  /** `loose` for text that an office program will set again, which squeezes no mark: the text of a deck. */
  readonly spacing?: SpacingStyle;
  /** Names and terms that no line parts, beside those that the rules know. */
  readonly keep?: readonly string[];
  /**
   * BCP 47. Words are hyphenated by the patterns of English, in English text and in Chinese, whose Latin words are most
   * often English.
   */
  readonly language?: string;
}
