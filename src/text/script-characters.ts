/** Small characters of Unicode, ₂ and ⁻: few fonts have them all, every font has what they are small forms of. */
import type { Run, Script } from '../model/page.js';
import type { Fonts } from './fonts.js';

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
const anySmall = new RegExp(`[${raised}${lowered}]`);

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
