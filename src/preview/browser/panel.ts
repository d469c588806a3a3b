/** The panel at the side: what was pointed at, and what was found in the report. */
import type { Answer, ChartState, FigureState, PreviewState, SearchHit, SourcePlace, TextState } from '../protocol.js';
import { button, element, listOf } from './element.js';

export interface PanelActions {
  readonly goTo: (view: string, page: number) => void;
  readonly open: (place: SourcePlace) => void;
  readonly copy: (text: string) => void;
  readonly edit: (figure: string, field: string, text: string) => Promise<Answer>;
  readonly showFigure: (id: string) => void;
}

export const placeText = ({ file, line, column, cell }: SourcePlace): string =>
  cell === undefined ? `${file}:${line}:${column}` : `${file} ${cell}`;

const paragraph = (text: string, className = ''): HTMLElement => element('p', { text, class: className });

/** The places of a page together, each text once. */
function groupPlaces(
  places: FigureState['places'],
): readonly { readonly view: string; readonly page: number; readonly texts: readonly string[] }[] {
  const groups = new Map<string, { view: string; page: number; texts: Set<string> }>();
  for (const { view, page, context, printed } of places) {
    const key = `${view}/${page}`;
    const group = groups.get(key) ?? { view, page, texts: new Set() };
    group.texts.add(context || printed);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ view, page, texts }) => ({ view, page, texts: [...texts] }));
}

/** Draws panels in the words and with the actions of the page. */
export class Panels {
  constructor(
    private readonly state: PreviewState,
    private readonly actions: PanelActions,
  ) {}

  figure(figure: FigureState): readonly Node[] {
    const { words } = this.state;
    const facts = figure.facts.flatMap(([name, text]) => [element('dt', { text: name }), element('dd', { text })]);
    return [
      element('h2', { text: `${words.figure}: ${figure.label}` }),
      paragraph(figure.printed, 'printed'),
      element('dl', {}, facts),
      ...this.inputs(figure),
      ...(figure.source === null ? [] : [paragraph(`${words.source}: ${figure.source}`)]),
      element('h3', { text: words.readAt }),
      this.place(figure.read),
      ...figure.editable.map(({ field, label, text }) => this.editor(figure.id, { field, label, text })),
      element('h3', { text: words.alsoAt }),
      listOf(groupPlaces(figure.places).map(({ view, page, texts }) => this.stand(view, page, texts))),
      ...this.history(figure),
    ];
  }

  private inputs({ inputs }: FigureState): readonly Node[] {
    if (inputs.length === 0) return [];
    const items = inputs.map(({ id, printed }) => [
      button(id, () => this.actions.showFigure(id)),
      element('span', { text: ` ${printed}` }),
    ]);
    return [element('h3', { text: this.state.words.follows }), listOf(items)];
  }

  private history({ history }: FigureState): readonly Node[] {
    if (history.length < 2) return [];
    const steps = history.map(({ when, printed }) => element('li', { text: `${when} ${printed}` }));
    return [element('h3', { text: this.state.words.history }), element('ol', {}, steps)];
  }

  /** A page, to go there, and what stands on it. */
  private stand(view: string, page: number, texts: readonly string[]): Node[] {
    const name = this.state.views.find(({ id }) => id === view)?.label ?? view;
    return [
      button(`${name} ${page}`, () => this.actions.goTo(view, page)),
      element(
        'div',
        { class: 'excerpts' },
        texts.map((text) => element('p', { text, attributes: { title: text } })),
      ),
    ];
  }

  private editor(figure: string, { field, label, text }: Record<'field' | 'label' | 'text', string>): HTMLElement {
    const { words } = this.state;
    const id = `edit-${field}`;
    const input = element('input', { id, attributes: { type: 'text', inputmode: 'decimal', value: text } });
    const said = element('p', { class: 'said', attributes: { role: 'status' } });
    const save = async (event: Event): Promise<void> => {
      event.preventDefault();
      input.blur();
      const { value } = input;
      const { ok, message } = await this.actions.edit(figure, field, value);
      if (ok) input.defaultValue = value;
      said.textContent = message;
    };
    return element('form', { on: { submit: (event) => void save(event) } }, [
      element('label', { text: `${words.edit} ${label}`, attributes: { for: id } }),
      input,
      element('button', { text: words.save, attributes: { type: 'submit' } }),
      said,
    ]);
  }

  private place(place: SourcePlace): HTMLElement {
    const { words, canOpenEditor } = this.state;
    return element('div', { class: 'place' }, [
      element('code', { text: placeText(place) }),
      ...(canOpenEditor ? [button(words.open, () => this.actions.open(place))] : []),
      button(words.copy, () => this.actions.copy(placeText(place))),
    ]);
  }

  text({ text, places }: TextState): readonly Node[] {
    const { words } = this.state;
    return [
      element('h2', { text: words.text }),
      element('blockquote', { text }),
      element('h3', { text: words.readAt }),
      ...(places.length === 0 ? [paragraph(words.unknownPlace)] : places.map((place) => this.place(place))),
    ];
  }

  chart(chart: ChartState): readonly Node[] {
    return [
      element('h2', { text: `${this.state.words.chart}: ${chart.title || chart.id}` }),
      paragraph(chart.alt),
      this.place(chart.place),
      listOf(chart.points.map((point) => this.point(point, chart.title))),
    ];
  }

  private point({ series, category, label, figure, place }: ChartState['points'][number], title: string): Node[] {
    const name = [series === title ? '' : series, category].filter((part) => part !== '').join(' · ');
    const where =
      figure === null
        ? element('code', { text: placeText(place) })
        : button(figure, () => this.actions.showFigure(figure));
    return [element('span', { text: `${name} ${label} ` }), where];
  }

  hits(hits: readonly SearchHit[]): readonly Node[] {
    const { words } = this.state;
    const found =
      hits.length === 0
        ? paragraph(words.noHits)
        : listOf(hits.map(({ view, page, excerpt }) => this.stand(view, page, [excerpt])));
    return [element('h2', { text: words.search }), found];
  }

  /** Those of the page that is shown come first, marked. */
  findings(here: ReadonlySet<number>): readonly Node[] {
    const { words, diagnostics } = this.state;
    const order = diagnostics.map((_, index) => index);
    order.sort((one, other) => Number(here.has(other)) - Number(here.has(one)));
    return [
      element('h2', { text: `${words.findings} (${diagnostics.length})` }),
      ...(diagnostics.length === 0 ? [paragraph(words.noFindings)] : []),
      element(
        'ul',
        {},
        order.map((index) => this.finding(index, here.has(index))),
      ),
    ];
  }

  private finding(index: number, isHere: boolean): HTMLElement {
    const { severity, message, hint, place } = this.state.diagnostics[index]!;
    const said = element('p', {}, [
      ...(isHere ? [element('strong', { text: `${this.state.words.here} ` })] : []),
      element('span', { text: message }),
    ]);
    return element('li', { class: severity }, [
      said,
      ...(hint === null ? [] : [paragraph(hint, 'hint')]),
      ...(place === null ? [] : [this.place(place)]),
    ]);
  }
}
