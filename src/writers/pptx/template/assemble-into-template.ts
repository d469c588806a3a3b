/**
 * A deck made inside somebody else's file: masters, layouts, theme, media and all else are copied as they are packed
 * there. What changes is the list of slides, the lists of the package, and what the file says of itself; what nothing
 * leads to any more is left out.
 */
import type { Memo } from '../../../memo/memo.js';
import { readIdentity } from '../../../powerpoint/identity/read-identity.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { PackedParts } from '../package/pack.js';
import { hasNotes } from '../parts/presentation-part.js';
import type { DeckPlan } from '../plan/deck-plan.js';
import { writeSlides, type WaitingDeck } from '../slides/write-slides.js';
import { editDocument } from './edit-document.js';
import { mergePackages } from './merge-packages.js';
import {
  addComments,
  addExtendedCharts,
  addIdentity,
  addNotesMaster,
  notesMasterOf,
  templateHome,
} from './new-parts.js';
import { newPartNames } from './part-names.js';

export async function assembleIntoTemplate(
  deck: WaitingDeck,
  report: string,
  template: DeckTemplate,
  memo: Memo,
): Promise<Uint8Array> {
  const { frame } = deck.planner;
  const count = deck.waiting.length;
  const paths = (slides: DeckTemplate['kept']['before']): readonly string[] => slides.map(({ path }) => path);
  const { before, after } = template.kept;
  const name = newPartNames(template.template.package, { before: paths(before), after: paths(after) }, count);
  const notesMaster = notesMasterOf(template, name);
  const home = templateHome(frame, template, count, { name, notesMaster });
  const written = await writeSlides(deck, report, home, memo);
  const plan: DeckPlan = { ...frame, slides: written.slides };
  // A deck that a build made says what it is; slides that it takes in say so themselves.
  const isOther = template.isHost && readIdentity(template.template.package) !== null;
  const identity = isOther ? null : written.identity;

  const added = new PackedParts(memo);
  const isNoted = hasNotes(plan);
  if (isNoted && notesMaster.isNew) addNotesMaster(added, notesMaster, plan, name);
  for (const parts of [written.parts, written.notes]) added.append(parts);
  addComments(added, plan, name);
  added.append(written.charts);
  addExtendedCharts(added, plan, template, name);
  plan.media.forEach(({ extension, bytes }, index) => added.set(name('image', index + 1, extension), bytes));
  if (identity !== null) addIdentity(added, identity, name);
  const edited = editDocument(plan, template, {
    name,
    notesMaster: isNoted && notesMaster.isNew ? notesMaster.path : null,
    identity,
  });
  const layouts = plan.slides.map(({ layout }) => plan.layouts[layout]!.part!);
  return mergePackages({ added, edited, leads: isNoted ? [...layouts, notesMaster.path] : layouts }, template, memo);
}
