/**
 * The bar on top: which document, how it is shown, what is searched, what changes are shown against, what can be built.
 */
import type { PreviewState } from '../protocol.js';
import { button, choose, element } from './element.js';

export interface BarActions {
  readonly showView: (view: string) => void;
  readonly showRow: (row: string) => void;
  readonly setSingle: (single: boolean) => void;
  readonly setZoom: (zoom: number) => void;
  readonly search: (words: string) => void;
  readonly compare: (baseline: string) => void;
  readonly nextChange: () => void;
  readonly present: () => void;
  readonly build: () => void;
  readonly gallery: () => void;
  readonly undo: () => void;
  readonly toggleDark: () => void;
}

export interface BarChoices {
  readonly view: string;
  readonly single: boolean;
  readonly zoom: number;
}

const zooms = [0, 0.5, 0.75, 1, 1.5, 2] as const;

export function drawBar(bar: HTMLElement, state: PreviewState, choices: BarChoices, actions: BarActions): void {
  const focused = document.activeElement?.id ?? '';
  bar.replaceChildren(
    element('h1', { text: state.title }),
    ...rowChooser(state, actions),
    viewTabs(state, choices, actions),
    displayTools(state, choices, actions),
    searchField(state.words.search, actions.search),
    changeTools(state, actions),
    outputTools(state, actions),
  );
  if (focused !== '') document.getElementById(focused)?.focus();
}

const group = (label: string, children: readonly Node[]): HTMLElement =>
  element('div', { class: 'tabs', attributes: { role: 'group', 'aria-label': label } }, children);

const rowChooser = ({ words, rows, row }: PreviewState, { showRow }: BarActions): readonly HTMLElement[] =>
  rows.length === 0
    ? []
    : [
        choose(
          { id: 'row', label: words.row, value: row ?? '', options: rows.map((title) => [title, title]) },
          showRow,
        ),
      ];

const viewTabs = ({ words, views }: PreviewState, { view }: BarChoices, { showView }: BarActions): HTMLElement =>
  group(
    words.pages,
    views.map(({ id, label }) =>
      button(label, () => showView(id), { id: `view-${id}`, 'aria-pressed': String(id === view) }),
    ),
  );

function displayTools({ words }: PreviewState, { single, zoom }: BarChoices, actions: BarActions): HTMLElement {
  const sizes = zooms.map((size) => [size, size === 0 ? words.fit : `${size * 100} %`] as const);
  return group(words.zoom, [
    button(single ? words.allPages : words.onePage, () => actions.setSingle(!single), { id: 'single' }),
    choose({ id: 'zoom', label: words.zoom, value: zoom, options: sizes }, (value) => actions.setZoom(Number(value))),
  ]);
}

function changeTools({ words, baseline, baselines }: PreviewState, actions: BarActions): HTMLElement {
  const options = [
    ['', `${words.changedSince}: ${words.nothing}`] as const,
    ...baselines.map(({ id, label }) => [id, `${words.changedSince}: ${label}`] as const),
  ];
  return group(words.changedSince, [
    choose({ id: 'baseline', label: words.baselineLabel, value: baseline ?? '', options }, actions.compare),
    ...(baseline === null ? [] : [button(words.nextChange, actions.nextChange, { id: 'next-change' })]),
  ]);
}

const outputTools = ({ words, canUndo }: PreviewState, actions: BarActions): HTMLElement =>
  element('div', { class: 'tabs end' }, [
    ...(canUndo ? [button(words.undo, actions.undo, { id: 'undo' })] : []),
    button(words.gallery, actions.gallery, { id: 'show-gallery' }),
    button(words.present, actions.present, { id: 'present' }),
    button(words.build, actions.build, { id: 'build' }),
    button('◐', actions.toggleDark, { id: 'dark', 'aria-label': words.dark, title: words.dark }),
  ]);

/** It stays while the rest is drawn again, so that nobody loses what was typed. */
function searchField(label: string, search: (words: string) => void): HTMLElement {
  const known = document.getElementById('search');
  if (known !== null) return known;
  const field = element('input', {
    id: 'search',
    attributes: { type: 'search', 'aria-label': label, placeholder: label },
  });
  let wait = 0;
  field.addEventListener('input', () => {
    window.clearTimeout(wait);
    wait = window.setTimeout(() => search(field.value), 150);
  });
  return field;
}
