/**
 * What pptxgenjs writes around texts: properties of runs and of cells. A deck has a few dozen spellings of them,
 * thousands of times over, so each is mended once.
 */
import { RecentResults } from '../../../memo/recent-results.js';
import type { Theme } from '../../../model/theme.js';
import { themeColors, themeFonts } from './sentinel.js';

export interface Looks {
  /** `a:rPr`. `isLight` says that it is not bold, which pptxgenjs leaves to whatever the text stands in. */
  run(properties: string, isLight: boolean): string;
  /** From the end of a cell's paragraphs to its own. */
  cell(properties: string): string;
  /** Colours and fonts alone. */
  themed(xml: string): string;
}

/** Spellings that are remembered. */
const most = 500;

const known = new WeakMap<Theme['fonts'], Looks>();

export function looksIn(fonts: Theme['fonts']): Looks {
  let looks = known.get(fonts);
  if (looks === undefined) known.set(fonts, (looks = makeLooks(fonts)));
  return looks;
}

function makeLooks(fonts: Theme['fonts']): Looks {
  const results = new RecentResults<string>(most);
  const themed = (xml: string): string => themeFonts(themeColors(xml), fonts);
  // A key of its own keeps nothing of the slide that the properties are a part of.
  const recall = (kind: string, properties: string, mend: (xml: string) => string): string => {
    const key = kind + properties;
    return results.recall(key, () => mend(themed(key.slice(kind.length))));
  };
  return {
    run: (properties, isLight) => recall(isLight ? 'light ' : 'run ', properties, isLight ? mendLight : mendRun),
    cell: (properties) => recall('cell ', properties, mendCell),
    themed,
  };
}

/** Not the blanks that are a text of their own. */
export const blankBetween = /(?<!<a:t)>\s+</g;

const mendRun = (properties: string): string =>
  properties
    .replace(/ altLang="[^"]*"| dirty="0"/g, '')
    .replace(/ invalidUrl="" action="" tgtFrame="" tooltip="[^"]*" history="1" highlightClick="0" endSnd="0"/, '')
    .replace(/(action="ppaction:\/\/hlinksldjump") tooltip=""/, '$1')
    .replace(blankBetween, '><')
    .replace(/(<a:rPr [^>]*)><\/a:rPr>/, '$1/>');

const mendLight = (properties: string): string => mendRun(properties.replace(/(<a:rPr [^>]*)>/, '$1 b="0">'));

const emptyBorder = /<a:ln[LRTB] w="0" [^>]*><a:noFill\/><\/a:ln[LRTB]>/g;

const mendCell = (properties: string): string =>
  properties
    .replace(blankBetween, '><')
    .replace(emptyBorder, '')
    .replace(/(<a:tcPr[^>]*)><\/a:tcPr>/, '$1/>');
