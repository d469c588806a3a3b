/**
 * Colours that say a state: whether a card's target was met, whether its change is for the better. They turn with the
 * words where they are the build's own; a colour that a person chose stays, and that is told.
 */
import type { Figure } from '../model/figure.js';
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import type { Splice } from '../powerpoint/edited/edit-xml.js';
import { textSplice, type EditedParagraph } from '../powerpoint/edited/paragraphs.js';
import type {
  PlainShapeIdentity,
  ShapeIdentity,
  SlideIdentity,
  TextIdentity,
} from '../powerpoint/identity/deck-identity.js';
import { childOf, findElement, type XmlElement } from '../powerpoint/xml/parse-xml.js';
import type { StateFills } from '../writers/pptx/state-fills.js';
import { pairBuilds, pairEdited } from './match/pair-texts.js';
import type { ShapeMatch } from './match/match-shapes.js';
import { leastConfidence } from './match/match-slides.js';
import type { SlidePair } from './match/pair-slides.js';
import { place, type Collected, type SlideContext } from './slide-context.js';

type Tone = 'good' | 'bad' | 'neutral';

/** A word or a mark that says another state now. */
interface Turn {
  readonly before: string;
  readonly after: string;
  readonly was: Tone;
  readonly is: Tone;
}

export interface TurnedTexts {
  readonly base: readonly TextIdentity[];
  readonly next: readonly TextIdentity[];
}

/** @param merged what the words of the box come to; edits within a run that turns give way to the run as a whole */
export function followState(
  slide: EditedSlide,
  shape: EditedShape & { readonly kind: 'text' },
  { base, next }: TurnedTexts,
  fills: StateFills | undefined,
  merged: readonly Splice[],
  { collected, figures }: { readonly collected: Collected; readonly figures: ReadonlyMap<string, Figure> },
): readonly Splice[] {
  if (fills === undefined || merged.length === 0) return merged;
  const places = pairEdited(
    base,
    shape.paragraphs.map(({ text }) => text),
  );
  const twins = pairBuilds(base, next);
  let splices = merged;
  base.forEach((text, index) => {
    const now = next[twins[index] ?? -1];
    const paragraph = shape.paragraphs[places[index] ?? -1];
    const turns = now === undefined ? [] : turnsOf(text, now, figures);
    if (paragraph === undefined || turns.length === 0 || !splices.some((each) => isWithin(each, paragraph.element)))
      return;
    const turned = turnRuns(slide.xml, paragraph, turns, fills);
    splices = [...splices.filter((each) => !turned.runs.some((run) => isWithin(each, run))), ...turned.splices];
    if (!turned.isKept) return;
    const outcome = { kind: 'kept', figure: text.figures[0]?.figure ?? null, reason: 'colour' } as const;
    const [before, after] = [turns, turns].map((each, side) =>
      each.map((turn) => (side === 0 ? turn.before : turn.after)).join(' '),
    ) as [string, string];
    collected.changes.push(place({ ...outcome, before, after, context: paragraph.text }, slide, 'text', shape.name));
  });
  return splices;
}

const isWithin = (one: Splice, { start, end }: XmlElement): boolean => one.start >= start && one.end <= end;

/** Of a target: ` ● met` at the end of its line; of a change: an arrow before it. */
function turnsOf(base: TextIdentity, next: TextIdentity, figures: ReadonlyMap<string, Figure>): readonly Turn[] {
  const [target, targetNow] = [stateOf(base.text), stateOf(next.text)];
  if (target !== null && targetNow !== null) {
    if (target.isMet === targetNow.isMet) return [];
    const tones = { was: target.isMet ? 'good' : 'bad', is: targetNow.isMet ? 'good' : 'bad' } as const;
    return [
      { before: target.mark, after: targetNow.mark, ...tones },
      { before: target.word, after: targetNow.word, ...tones },
    ];
  }
  const [arrow, arrowNow] = [arrowOf(base.text), arrowOf(next.text)];
  const better = figures.get(base.figures[0]?.figure ?? '')?.better;
  if (arrow === null || arrowNow === null || arrow === arrowNow || better === undefined) return [];
  const tone = (mark: string): Tone =>
    better === 'neutral' || mark === '◆' ? 'neutral' : (mark === '▲') === (better === 'higher') ? 'good' : 'bad';
  return [{ before: arrow, after: arrowNow, was: tone(arrow), is: tone(arrowNow) }];
}

function stateOf(text: string): { readonly mark: string; readonly word: string; readonly isMet: boolean } | null {
  const found = /\s([●○])\s(\S.*)$/u.exec(text);
  return found === null ? null : { mark: found[1]!, word: found[2]!.trim(), isMet: found[1] === '●' };
}

const arrowOf = (text: string): string | null => /^([▲▼◆])\s/u.exec(text)?.[1] ?? null;

interface TurnedRuns {
  readonly splices: readonly Splice[];
  /** Those that were written anew. */
  readonly runs: readonly XmlElement[];
  /** One of them has a colour that no build gave it. */
  readonly isKept: boolean;
}

function turnRuns(xml: string, paragraph: EditedParagraph, turns: readonly Turn[], fills: StateFills): TurnedRuns {
  const runs = paragraph.element.children.filter(({ name }) => name === 'a:r');
  const textOf = (run: XmlElement): string => childOf(run, 'a:t')?.text ?? '';
  const found = turns.map(({ before }) => runs.filter((run) => textOf(run).trim() === before));
  // Who joined or split the runs has styled them: their words follow as any others do.
  const isWhole = found.every(({ length }) => length === 1);
  const isColoured = turns.every(({ after, is }) => fills.runs.get(after) === fills[is]);
  const isOther = isColoured && turns.some(({ was, is }) => fills[was] !== fills[is]);
  if (!isWhole) return { splices: [], runs: [], isKept: isOther };
  const all = turns.map((turn, index) => {
    const run = found[index]![0]!;
    const text = textOf(run);
    const words = textSplice(
      xml,
      childOf(run, 'a:t')!,
      text.replace(turn.before, () => turn.after),
    );
    const fill = isOther ? turnFill(xml, findElement(run, 'a:rPr'), fills[turn.was], fills[turn.is]) : [];
    return { run, splices: [words, ...(fill ?? [])], isKept: fill === null };
  });
  return {
    splices: all.flatMap(({ splices }) => splices),
    runs: all.map(({ run }) => run),
    isKept: all.some(({ isKept }) => isKept),
  };
}

/** Null where the colour is neither the one that the build gave nor the one that it would give now. */
export function turnFill(xml: string, home: XmlElement | null, was: string, is: string): readonly Splice[] | null {
  const own = childOf(home, 'a:solidFill')?.children[0];
  if (own === undefined) return null;
  const shown = plainXml(xml.slice(own.start, own.end));
  if (shown === plainXml(is)) return [];
  return shown === plainXml(was) ? [{ start: own.start, end: own.end, text: is }] : null;
}

/** Programs differ in how they close an empty element. */
export const plainXml = (xml: string): string =>
  xml.replaceAll(/\s*\/>/g, '/>').replaceAll(/([^/>])><\/[\w:]+>/g, (_found, last: string) => `${last}/>`);

/**
 * The bar of a card whose target was met, and the rule on its edge, have the accent's colour; of one that missed it
 * the colour of what is bad.
 */
export function followBars(
  slide: EditedSlide,
  matches: readonly (ShapeMatch | null)[],
  pair: SlidePair,
  collected: Collected,
  { theirs }: SlideContext,
): void {
  const twins = new Map(pair.shapes);
  slide.shapes.forEach((shape, index) => {
    const match = matches[index] ?? null;
    if (match === null || match.confidence < leastConfidence) return;
    const base = match.shape;
    if (base.kind !== 'plain') return;
    const next = twins.get(base);
    const fills = next === undefined ? undefined : theirs.states.get(next.creationId.toUpperCase());
    const figure = base.figure ?? figureOfRule(pair.base, base);
    if (fills === undefined || figure === null) return;
    const [was, is] = [isMetOn(pair.base, figure), isMetOn(pair.next, figure)];
    if (was === null || is === null || was === is) return;
    const [before, after] = [was, is].map((isMet) => (isMet ? fills.bar : fills.bad)) as [string, string];
    if (before === after || fills.fill !== after) return;
    const splices = turnFill(slide.xml, childOf(shape.element, 'p:spPr'), before, after);
    if (splices !== null) collected.splices.push(...splices);
    else {
      const outcome = { kind: 'kept', figure, before: '', after: '', reason: 'colour' } as const;
      collected.changes.push(place({ ...outcome, context: '' }, slide, 'shape', shape.name));
    }
  });
}

/** The figure of the card on whose edge a shape stands; null where it stands on none, or on one without a target. */
function figureOfRule({ shapes }: SlideIdentity, { box }: PlainShapeIdentity): string | null {
  const isOnEdge = (card: ShapeIdentity): boolean =>
    Math.abs(card.box.x - box.x) < near &&
    Math.abs(card.box.y - box.y) < near &&
    (Math.abs(card.box.cx - box.cx) < near || Math.abs(card.box.cy - box.cy) < near);
  for (const card of shapes)
    if (card.kind === 'text' && isOnEdge(card)) {
      const target = card.paragraphs.find(({ text }) => stateOf(text) !== null);
      if (target?.figures[0] !== undefined) return target.figures[0].figure;
    }
  return null;
}

/** Edges are one where they are no further apart, in EMU: 0.1 pt. */
const near = 1_270;

/** What the slide says of a figure's target; null where it says nothing, or two things. */
function isMetOn({ shapes }: SlideIdentity, figure: string): boolean | null {
  const said = shapes.flatMap((shape) =>
    shape.kind === 'text'
      ? shape.paragraphs.flatMap(({ text, figures }) =>
          figures.some((each) => each.figure === figure) ? (stateOf(text)?.isMet ?? []) : [],
        )
      : [],
  );
  return new Set(said).size === 1 ? said[0]! : null;
}
