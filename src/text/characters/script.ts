/**
 * How superscripts and subscripts are drawn: smaller than their style says, and raised or lowered, as PowerPoint draws
 * a run with `baseline="30000"` or `baseline="-25000"`. So are small characters of Unicode, ₂ and ⁻, where the font
 * lacks them: few fonts have them all, every font has what they are small forms of.
 */
import type { Pt } from '../../model/length.js';
import type { Run, RunStyle, Script } from '../../model/page.js';
import type { Fonts } from '../face/face.js';

const sizeShare = 2 / 3;
/** How far the baseline stands over that of the line, as a share of the style's size; below it where negative. */
const riseShares = { super: 0.3, sub: -0.15 } as const;

/** The size of its glyphs. */
export const drawnSize = ({ size, script }: RunStyle): Pt => (script === undefined ? size : size * sizeShare);

/** The style with the size of its glyphs. */
export const drawnStyle = (style: RunStyle): RunStyle =>
  style.script === undefined ? style : { ...style, size: drawnSize(style) };

/** How far a run's baseline stands over that of its line, in pt; negative where it stands below. */
export const riseOf = ({ size, script }: RunStyle): Pt => (script === undefined ? 0 : size * riseShares[script]);

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ';
const raisedFrom = '0123456789+−=()ni';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ';
const loweredFrom = '0123456789+−=()aehijklmnoprstuvx';

interface Small {
  readonly base: string;
  readonly script: Script;
}
const smalls: ReadonlyMap<string, Small> = new Map([
  ...[...raised].map((small, index): [string, Small] => [small, { base: [...raisedFrom][index]!, script: 'super' }]),
  ...[...lowered].map((small, index): [string, Small] => [small, { base: [...loweredFrom][index]!, script: 'sub' }]),
]);
/** Whether there are any in a text. */
export const anySmall = new RegExp(`[${raised}${lowered}]`);

/** What a small character is a small form of: 2 of ₂; any other character itself. */
export const baseOf = (character: string): string => smalls.get(character)?.base ?? character;

/** The run in pieces, in which small characters that its face lacks are their base, raised or lowered. */
export function runsWithScripts(run: Run, fonts: Fonts): readonly Run[] {
  if (!anySmall.test(run.text)) return [run];
  const face = fonts.face(run.style.font, run.style.bold);
  const pieces: Run[] = [];
  for (const character of run.text) {
    const small = face.has(character.codePointAt(0)!) ? undefined : smalls.get(character);
    const last = pieces.at(-1);
    const text = small?.base ?? character;
    // Within small characters there are no smaller ones.
    const script = run.style.script ?? small?.script;
    if (last !== undefined && last.style.script === script)
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ ...run, text, style: script === undefined ? run.style : { ...run.style, script } });
  }
  return pieces;
}
