/** A slide says of itself what its deck says of it, so that it can be refreshed in another deck too. */
import { slideExtension, slideNamespace } from '../../../powerpoint/identity/deck-identity.js';
import { element, type Xml } from '../../xml/element.js';

/** @param said its `SlideIdentity` as JSON, escaped; it goes behind the slide's creation id. */
export const signSlide = (xml: string, said: Xml, report: string): string =>
  xml.replace('</p:extLst></p:cSld>', () => `${slideMark(said, report)}</p:extLst></p:cSld>`);

/** `p:ext` of `p:cSld`. */
const slideMark = (said: Xml, report: string): string =>
  element(
    'p:ext',
    { uri: slideExtension },
    element('briefkit:slide', { 'xmlns:briefkit': slideNamespace, report }, said),
  );
