/** The gallery: a table of the report as each kind of chart that suits it, over the page, with specs to be copied. */
import type { GalleryState, PreviewState } from '../protocol.js';
import { button, choose, element } from './element.js';
import { NewestQuestion } from './newest-question.js';
import { loadFonts } from './page-fonts.js';
import { ask } from './server.js';

export class GalleryDialog {
  private readonly dialog = element('dialog', { id: 'gallery' });
  private readonly cards = element('div', { class: 'cards' });
  private readonly questions = new NewestQuestion();

  /** `say` tells in passing what was done. */
  constructor(private readonly say: (text: string) => void) {
    this.dialog.addEventListener('close', () => this.dialog.remove());
  }

  async open({ words }: Pick<PreviewState, 'words'>, table = ''): Promise<void> {
    const close = button(words.close, () => this.dialog.close(), { id: 'gallery-close' });
    const head = element('header', {}, [element('h2', { text: words.gallery, id: 'gallery-title' }), close]);
    this.dialog.setAttribute('aria-labelledby', 'gallery-title');
    this.cards.replaceChildren(element('p', { text: words.drawing, attributes: { role: 'status' } }));
    this.dialog.replaceChildren(head, this.cards);
    if (!this.dialog.isConnected) document.body.append(this.dialog);
    if (!this.dialog.open) this.dialog.showModal();
    const isNewest = this.questions.begin();
    const state = await ask<GalleryState>('gallery', { table });
    if (!this.dialog.open || !isNewest()) return;
    if (state === null || state.table === null) {
      this.cards.replaceChildren(element('p', { text: words.nothingToDraw }));
      return;
    }
    loadFonts(state.fonts);
    head.replaceChildren(
      element('h2', { text: words.gallery, id: 'gallery-title' }),
      this.chooser(state, words),
      close,
    );
    this.cards.replaceChildren(
      element('p', { class: 'hint', text: words.galleryHint }),
      ...state.charts.map((chart) => this.card(chart, words)),
      ...unsuited(state, words),
    );
  }

  private chooser({ tables, table }: GalleryState, words: PreviewState['words']): HTMLElement {
    const options = tables.map(({ id, title }) => [id, title] as const);
    return choose(
      { id: 'gallery-table', label: words.galleryTable, value: table ?? '', options },
      (id) => void this.open({ words }, id),
    );
  }

  private card({ name, spec, drawing }: GalleryState['charts'][number], words: PreviewState['words']): HTMLElement {
    const drawn = element('div', { class: 'drawn' });
    // From our own server, which made it of escaped text.
    drawn.innerHTML = drawing;
    const copy = button(words.copySpec, () => void this.copy(spec, words), {
      'aria-label': `${words.copySpec}: ${name}`,
    });
    return element('section', { attributes: { 'aria-label': name } }, [
      element('h3', { text: name }),
      drawn,
      element('pre', { text: spec, attributes: { tabindex: '0', 'aria-label': `${words.spec}: ${name}` } }),
      copy,
    ]);
  }

  private async copy(spec: string, words: PreviewState['words']): Promise<void> {
    await navigator.clipboard?.writeText(`${spec}\n`);
    this.say(words.copied);
  }
}

const unsuited = ({ unsuited: kinds }: GalleryState, words: PreviewState['words']): readonly Node[] =>
  kinds.length === 0
    ? []
    : [
        element('details', {}, [
          element('summary', { text: `${words.unsuited} (${kinds.length})` }),
          element(
            'ul',
            {},
            kinds.map(({ name, why }) => element('li', { text: `${name}: ${why}` })),
          ),
        ]),
      ];
