/** The slide's own word of what it shows, as it is from now on. */
import type { EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import type { Splice } from '../../powerpoint/edited/edit-xml.js';
import { textSplice } from '../../powerpoint/edited/paragraphs.js';
import type { SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { everyElement, findElement } from '../../powerpoint/xml/parse-xml.js';

export function signSplices({ root, xml }: EditedSlide, slide: SlideIdentity | undefined): readonly Splice[] {
  const extensions = findElement(root, 'p:cSld', 'p:extLst');
  const own = extensions && [...everyElement(extensions)].find(({ name }) => name === 'briefkit:slide');
  return !own || slide === undefined ? [] : [textSplice(xml, own, JSON.stringify(slide))];
}
