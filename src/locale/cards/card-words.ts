/** What the card of a figure says beside its number: its target, whether that was met, what it was before. */
import { isChinese } from '../language.js';

export interface CardWords {
  /** Before a value of an earlier period that has no year of its own. */
  readonly before: string;
  readonly colon: string;
  readonly target: (value: string) => string;
  /** What is said of a target that is not to be passed. */
  readonly atMost: (value: string) => string;
  readonly met: string;
  readonly missed: string;
}

const chinese: CardWords = {
  before: '上期',
  colon: '：',
  target: (value) => `目标${value}`,
  atMost: (value) => `目标不超过${value}`,
  met: '达成',
  missed: '未达成',
};

const english: CardWords = {
  before: 'Before',
  colon: ': ',
  target: (value) => `Target ${value}`,
  atMost: (value) => `Target ${value} or less`,
  met: 'met',
  missed: 'missed',
};

export const cardWords = (language: string): CardWords => (isChinese(language) ? chinese : english);

/** A change as a narrow card has room for it: +0.3 pp on month for +0.3 pp month on month. */
export const shortChange = (words: string): string =>
  words.replace(/\b(year|half-year|quarter|month|week) on \1\b/u, 'on $1');

const states = {
  met: ['met', 'target met', 'achieved', 'on target', '达成', '已达成', '达标', '完成', '已完成'],
  missed: ['missed', 'not met', 'target missed', 'off target', '未达成', '未达标', '未完成'],
} as const;

/** What a cell that says nothing else tells of a target; null for any other words. */
export const stateOf = (text: string): 'met' | 'missed' | null => {
  const word = text.trim().toLowerCase();
  if ((states.met as readonly string[]).includes(word)) return 'met';
  return (states.missed as readonly string[]).includes(word) ? 'missed' : null;
};
