/** What of a style decides how text is set, as a number: by it what was set and measured is found again. */
import type { Pt } from '../model/length.js';
import type { RunStyle } from '../model/page.js';

type Setting = Pick<RunStyle, 'font' | 'size' | 'bold' | 'script'>;

interface Known extends Pick<Setting, 'font' | 'bold'> {
  readonly script: Setting['script'] | undefined;
  readonly number: number;
}

/** Sizes of text that are remembered; behind them the numbers go on, so that none ever stands for two styles. */
const mostSizes = 1000;
const bySize = new Map<Pt, Known[]>();
let next = 0;

/** The same for styles of one font, size, weight and script. */
export function styleNumber({ font, size, bold, script }: Setting): number {
  let ofSize = bySize.get(size);
  if (ofSize === undefined) {
    if (bySize.size >= mostSizes) bySize.clear();
    bySize.set(size, (ofSize = []));
  }
  for (const known of ofSize)
    if (known.font === font && known.bold === bold && known.script === script) return known.number;
  ofSize.push({ font, bold, script, number: next });
  return next++;
}
