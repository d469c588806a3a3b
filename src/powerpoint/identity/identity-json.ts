/** What a deck says of itself as JSON, slide by slide: of 1,500 slides it is 15 MB, which need not be one text. */
import type { DeckIdentity } from './deck-identity.js';

/** Pieces that together are what `JSON.stringify` gives. Each ends between two values. */
export function* identityJson(identity: Omit<DeckIdentity, 'build'> | DeckIdentity): Generator<string> {
  const around = JSON.stringify({ ...identity, slides: [] });
  // Quotes inside a text have a backslash before them: this stands once.
  const list = '"slides":[';
  const at = around.indexOf(`${list}]`) + list.length;
  yield around.slice(0, at);
  for (const [index, slide] of identity.slides.entries()) yield (index === 0 ? '' : ',') + JSON.stringify(slide);
  yield around.slice(at);
}
