/**
 * What is told of the slides of a deck together: titles that stand twice, links that lead nowhere, notes that are too
 * long.
 */
import { inlineText } from '../../locale/prose/inline-text.js';
import { duplicateSlideTitle, longNotes, unknownLinkTarget } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { pageTargets, type PlannedSlide } from './plan-slides.js';
import { slideLinks } from './slide-links.js';
import { noteParagraphs } from './speaker-notes.js';

/** `starts` holds the first page of each slide. */
export const checkSlides = (planned: readonly PlannedSlide[], starts: readonly number[], tell: Tell): void => {
  reportDuplicates(planned, tell);
  reportLongNotes(planned, tell);
  reportLinks(planned, pageTargets(planned, starts), tell);
};

const reportDuplicates = (planned: readonly PlannedSlide[], tell: Tell): void => {
  const seen = new Set<string>();
  for (const { slide } of planned) {
    const title = inlineText(slide.title);
    if (title !== '' && seen.has(title)) tell(duplicateSlideTitle(title, slide.span));
    seen.add(title);
  }
};

const reportLinks = (planned: readonly PlannedSlide[], targets: ReadonlyMap<string, number>, tell: Tell): void => {
  for (const { slide } of planned) {
    for (const link of slideLinks(slide))
      if (link.href.startsWith('#') && !targets.has(link.href.slice(1))) tell(unknownLinkTarget(link.href, link.span));
  }
};

/** Chinese is spoken at some 250 characters a minute. */
const mostNotes = 4000;

const reportLongNotes = (planned: readonly PlannedSlide[], tell: Tell): void => {
  for (const { slide } of planned) {
    const characters = noteParagraphs(slide.notes).reduce((sum, { text }) => sum + text.length, 0);
    if (characters > mostNotes) tell(longNotes(inlineText(slide.title), characters, mostNotes, slide.span));
  }
};
