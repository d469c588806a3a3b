/** What a slide says, its numbers left out: by this a slide that lost its ids is known again. */
import type { EditedShape, EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity, SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { printedForm } from '../../locale/reading/number-words.js';
import { plainText } from '../text/tokens.js';

export const maskedText = (text: string): string => printedForm(plainText(text));

const worthy = (texts: readonly string[]): readonly string[] => texts.map(maskedText).filter((text) => text.length > 2);

export const textsOfIdentity = ({ shapes }: SlideIdentity): readonly string[] => worthy(shapes.flatMap(textsOfShape));

export function textsOfShape(shape: ShapeIdentity): readonly string[] {
  if (shape.kind === 'text') return shape.paragraphs.map(({ text }) => text);
  if (shape.kind === 'table')
    return shape.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)));
  return [];
}

export const textsOfEdited = ({ shapes }: EditedSlide): readonly string[] => worthy(shapes.flatMap(textsOfEditedShape));

export function textsOfEditedShape(shape: EditedShape): readonly string[] {
  if (shape.kind === 'text') return shape.paragraphs.map(({ text }) => text);
  if (shape.kind === 'table')
    return shape.table.rows.flatMap(({ cells }) =>
      cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    );
  return [];
}
