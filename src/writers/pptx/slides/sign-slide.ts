/** A slide says of itself what its deck says of it, so that it can be refreshed in another deck too. */
import { slideExtension, slideNamespace, type SlideIdentity } from '../../../powerpoint/identity/deck-identity.js';
import { element, textElement } from '../../xml/element.js';

/** Behind the slide's creation id. */
export const signSlide = (xml: string, slide: SlideIdentity, report: string): string =>
  xml.replace(/<\/p:extLst><\/p:cSld>/, () => `${slideMark(slide, report)}</p:extLst></p:cSld>`);

/** `p:ext` of `p:cSld`. */
export const slideMark = (slide: SlideIdentity, report: string): string =>
  element(
    'p:ext',
    { uri: slideExtension },
    textElement('briefkit:slide', JSON.stringify(slide), { 'xmlns:briefkit': slideNamespace, report }),
  );
