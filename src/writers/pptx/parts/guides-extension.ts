/** Guides of a master, which PowerPoint shows on its slides when it is asked to: the margins. */
import type { Pt } from '../../../model/length.js';
import { element, type Xml } from '../../xml/element.js';
import type { DeckPlan } from '../plan/deck-plan.js';

/** Places of guides count in eighths of a pt (MS-PPTX 2.4.1, CT_ExtendedGuide). */
const place = (at: Pt): number => Math.round(at * 8);

/** The extension stands in the master's list of them. */
export function guidesExtension({ size, theme }: DeckPlan): Xml {
  const { margin } = theme.deck;
  const places = [
    { orient: 'horz', pos: place(margin.top) },
    { orient: 'horz', pos: place(size.height - margin.bottom) },
    { pos: place(margin.left) },
    { pos: place(size.width - margin.right) },
  ];
  const guides = places.map(({ orient, pos }, index) =>
    element(
      'p15:guide',
      { id: index + 1, orient, pos, userDrawn: 1 },
      element('p15:clr', {}, element('a:schemeClr', { val: 'tx2' })),
    ),
  );
  return element(
    'p:ext',
    { uri: '{27BBF7A9-308A-43DC-89C8-2F10F3537804}' },
    element('p15:sldGuideLst', { 'xmlns:p15': 'http://schemas.microsoft.com/office/powerpoint/2012/main' }, guides),
  );
}
