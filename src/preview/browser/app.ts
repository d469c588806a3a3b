/** The preview's page: it shows the state that the server sends, and asks about what is pointed at. */
import type {
  ChartState,
  FigureState,
  PagesEvent,
  PreviewState,
  SearchHit,
  StateEvent,
  TextState,
  ViewState,
} from '../protocol.js';
import { drawBar, type BarActions } from './bar.js';
import { button, byId, element } from './element.js';
import { GalleryDialog } from './gallery.js';
import { NewestQuestion } from './newest-question.js';
import { loadFonts } from './page-fonts.js';
import { PageView } from './page-view.js';
import { Panels, type PanelActions } from './panel.js';
import { Presenter, runSpeakerWindow } from './presenter.js';
import { act, ask } from './server.js';
import { drawThumbnails, fillThumbnails } from './thumbnails.js';

/** What the panel tells of; it is asked for again with each new state. */
type Pointed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'text'; readonly view: string; readonly page: number; readonly text: number }
  | { readonly kind: 'chart'; readonly view: string; readonly page: number; readonly id: string }
  | { readonly kind: 'search'; readonly words: string };

class App {
  private state!: PreviewState;
  private view = '';
  private single = false;
  private zoom = 0;
  private saying = 0;
  private pointed: Pointed = { kind: 'nothing' };
  private readonly questions = new NewestQuestion();
  /** The panel tells of an earlier state, since somebody types in it. */
  private isPanelLate = false;
  private readonly pages = new PageView(
    byId('stage'),
    () => this.drawAround(),
    () => {
      fillThumbnails(byId('thumbnails'), this.pages.pages);
      this.markPointed();
    },
  );
  private readonly gallery = new GalleryDialog((text) => this.say(text));
  private readonly presenter = new Presenter((page) => this.pages.goTo(page, true));

  async start(): Promise<void> {
    const theme = localStorage.getItem(themeKey);
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
    const state = await ask<PreviewState>('state');
    if (state !== null) await this.take({ state, drawings: {} });
    this.followAddress();
    window.addEventListener('hashchange', () => this.followAddress());
    document.addEventListener('keydown', (event) => this.takeKey(event));
    byId('stage').addEventListener('click', (event) => this.pointAt(event));
    byId('panel').addEventListener('focusout', () => void this.drawLatePanel());
    const events = new EventSource('events');
    events.addEventListener(
      'state',
      ({ data }: MessageEvent<string>) => void this.take(JSON.parse(data) as StateEvent),
    );
    events.addEventListener('pages', ({ data }: MessageEvent<string>) =>
      this.takePages(JSON.parse(data) as PagesEvent),
    );
    events.addEventListener('error', () => this.alert(this.state?.words.lost ?? ''));
    events.addEventListener('open', () => void this.catchUp());
  }

  /** What was sent while nobody was connected is asked for. */
  private async catchUp(): Promise<void> {
    const state = await ask<PreviewState>('state');
    if (state === null) return;
    await this.take({ state, drawings: {} });
    this.presenter.showAgain();
  }

  private async take({ state, drawings }: StateEvent): Promise<void> {
    // One that was asked for may come after one that was sent later.
    if (state.version < (this.state?.version ?? 0)) return;
    this.state = state;
    document.documentElement.lang = state.language;
    document.title = state.title;
    loadFonts(state.fonts);
    const view = this.viewOf(this.view) ?? state.views[0];
    this.view = view?.id ?? '';
    this.alert(state.failed ? (state.wasSound ? state.words.broken : state.words.neverSound) : '');
    if (view?.pages === null) return void act('look', { view: view.id });
    if (view !== undefined) this.pages.show(view, drawings);
    this.drawAround();
    await this.drawPanel();
    this.presenter.refresh(drawings);
  }

  /** Pages that come before the state in which they stand. */
  private takePages({ view: id, pages, fonts, drawings }: PagesEvent): void {
    const views = this.state.views.map((view) => (view.id === id ? { ...view, pages } : view));
    this.state = { ...this.state, fonts, views };
    loadFonts(fonts);
    if (id === this.view) this.pages.show(this.viewOf(id)!, drawings);
    this.presenter.refresh(drawings);
  }

  private viewOf = (id: string): ViewState | undefined => this.state.views.find((view) => view.id === id);

  private drawAround(): void {
    const { state, view, single, zoom, pages } = this;
    const nav = byId('thumbnails');
    drawBar(byId('bar'), state, { view, single, zoom }, this.barActions);
    drawThumbnails(nav, state, {
      pages: pages.pages,
      current: pages.current,
      goTo: (page) => void this.showView(this.view, page),
    });
    fillThumbnails(nav, pages.pages);
    nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    if (this.pointed.kind === 'nothing') void this.drawPanel();
  }

  private readonly barActions: BarActions = {
    showView: (view) => void this.showView(view, 1),
    showRow: (row) => void act('row', { row }).then(({ message }) => this.say(message)),
    setSingle: (single) => {
      this.single = single;
      this.pages.setSingle(single);
    },
    setZoom: (zoom) => {
      this.zoom = zoom;
      this.pages.setZoom(zoom);
    },
    search: (words) => this.point(words.trim() === '' ? { kind: 'nothing' } : { kind: 'search', words }),
    compare: (baseline) => void act('compare', { baseline }).then(({ message }) => this.say(message)),
    nextChange: () => this.goToNextChange(),
    present: () => void this.presenter.start(this.view, this.pages.current, this.pages.pages.length),
    build: () => void this.build(),
    gallery: () => void this.gallery.open(this.state),
    undo: () => void act('undo', {}).then(({ message }) => this.say(message)),
    toggleDark: () => {
      const { dataset } = document.documentElement;
      const isDark =
        dataset['theme'] === 'dark' || (!dataset['theme'] && matchMedia('(prefers-color-scheme: dark)').matches);
      dataset['theme'] = isDark ? 'light' : 'dark';
      localStorage.setItem(themeKey, dataset['theme']);
    },
  };

  private async showView(id: string, page: number): Promise<void> {
    const view = this.viewOf(id);
    const isOther = id !== this.view;
    this.view = id;
    history.replaceState(null, '', `#${id}/${page}`);
    if (view?.pages === null) {
      await act('look', { view: id });
      await this.catchUp();
    } else if (view !== undefined && isOther) this.pages.show(view, {});
    this.pages.goTo(page);
  }

  /** `#deck/3`: links of the document lead there too. */
  private followAddress(): void {
    const [, view, page] = /^#([\w-]+)\/(\d+)$/.exec(location.hash) ?? [];
    if (view !== undefined && this.viewOf(view) !== undefined) void this.showView(view, Number(page));
  }

  private goToNextChange(): void {
    const changed = this.pages.pages.filter((page) => page.changed);
    const next = changed.find(({ number }) => number > this.pages.current) ?? changed[0];
    if (next !== undefined) this.pages.goTo(next.number, true);
  }

  private async build(): Promise<void> {
    const { ok, message, files = [] } = await act('build', {});
    if (!ok) return this.say(message);
    const links = files.map((file) =>
      element('a', {
        text: `${this.state.words.download} ${file}`,
        attributes: { href: `download/${encodeURIComponent(file)}` },
      }),
    );
    this.say(message, links);
  }

  private pointAt(event: MouseEvent): void {
    const target = event.target as Element;
    if (target.closest('a') !== null) return;
    const { view } = this;
    const page = Number(target.closest<HTMLElement>('.page')?.dataset['page'] ?? 0);
    const named = (name: string): string | null => target.closest(`[${name}]`)?.getAttribute(name) ?? null;
    const [figure, chart, text] = ['data-figure', 'data-chart', 'data-text'].map(named);
    if (figure) this.point({ kind: 'figure', id: figure });
    else if (chart) this.point({ kind: 'chart', view, page, id: chart });
    else if (text) this.point({ kind: 'text', view, page, text: Number(text) });
    else this.point({ kind: 'nothing' });
  }

  /** Whoever turns to another thing gives up what was typed about the last one. */
  private point(pointed: Pointed): void {
    if (JSON.stringify(pointed) !== JSON.stringify(this.pointed))
      for (const input of inputsOf(byId('panel'))) input.value = input.defaultValue;
    this.pointed = pointed;
    void this.drawPanel();
  }

  private readonly panelActions: PanelActions = {
    goTo: (view, page) => void this.showView(view, page),
    open: (place) => void act('open', place).then(({ message }) => this.say(message)),
    copy: (text) => void navigator.clipboard?.writeText(text).then(() => this.say(text)),
    edit: async (figure, field, text) => {
      const answer = await act('edit', { figure, field, text });
      this.say(answer.message);
      void this.drawLatePanel();
      return answer;
    },
    showFigure: (id) => this.point({ kind: 'figure', id }),
  };

  /** Whoever types in the panel is not disturbed, and keeps what is typed, also while the answer was on its way. */
  private async drawPanel(): Promise<void> {
    const panel = byId('panel');
    const panels = new Panels(this.state, this.panelActions);
    const isNewest = this.questions.begin();
    const about = await this.describePointed(panels);
    if (!isNewest()) return;
    this.isPanelLate = isTypedIn(panel);
    if (this.isPanelLate) return;
    const here = this.pages.pages[this.pages.current - 1]?.findings ?? [];
    panel.setAttribute('aria-label', this.state.words.findings);
    panel.replaceChildren(...about, ...panels.findings(new Set(here)));
    this.markPointed();
  }

  /** Once the field that was typed in is left, or saved. */
  private async drawLatePanel(): Promise<void> {
    await new Promise((resolved) => window.setTimeout(resolved));
    if (this.isPanelLate && !isTypedIn(byId('panel'))) await this.drawPanel();
  }

  private async describePointed(panels: Panels): Promise<readonly Node[]> {
    const { pointed } = this;
    const hint = [element('p', { text: this.state.words.pointHint })];
    const told = <Thing>(thing: Thing | null, draw: (thing: Thing) => readonly Node[]): readonly Node[] =>
      thing === null ? hint : draw(thing);
    switch (pointed.kind) {
      case 'figure':
        return told(await ask<FigureState>('figure', { id: pointed.id }), (found) => panels.figure(found));
      case 'text': {
        const { view, page, text } = pointed;
        return told(await ask<TextState>('text', { view, page, text }), (found) => panels.text(found));
      }
      case 'chart': {
        const { view, page, id } = pointed;
        return told(await ask<ChartState>('chart', { view, page, id }), (found) => panels.chart(found));
      }
      case 'search':
        return panels.hits((await ask<SearchHit[]>('search', { words: pointed.words })) ?? []);
      case 'nothing':
        return hint;
    }
  }

  /** The figure that is told of is seen wherever it stands. */
  private markPointed(): void {
    for (const marked of document.querySelectorAll('.pointed')) marked.classList.remove('pointed');
    if (this.pointed.kind !== 'figure') return;
    for (const found of document.querySelectorAll(`#stage [data-figure="${CSS.escape(this.pointed.id)}"]`))
      found.classList.add('pointed');
  }

  private takeKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.presenter.takesKey(event.key)) return event.preventDefault();
    if ((event.target as HTMLElement).matches('input, select, textarea')) return;
    const arrows: Readonly<Record<string, number>> = this.single ? { ArrowRight: 1, ArrowLeft: -1 } : {};
    const step = { PageDown: 1, PageUp: -1, ...arrows }[event.key];
    if (step !== undefined) this.pages.goTo(this.pages.current + step, true);
    else if (event.key === '/') byId('search').focus();
    else if (event.key === 'p') this.barActions.present();
    else if (event.key === 'n' && this.state.baseline !== null) this.goToNextChange();
    else return;
    event.preventDefault();
  }

  private alert(text: string): void {
    const bar = byId('alert');
    bar.hidden = text === '';
    bar.textContent = text;
  }

  /** What was done stands there for a while, links to what was built until something else is said. */
  private say(text: string, links: readonly Node[] = []): void {
    const toast = byId('toast');
    window.clearTimeout(this.saying);
    toast.replaceChildren(text, ...links);
    if (links.length === 0) this.saying = window.setTimeout(() => toast.replaceChildren(), saidFor);
    else toast.append(button('✕', () => toast.replaceChildren(), { 'aria-label': this.state.words.close }));
  }
}

const inputsOf = (panel: HTMLElement): readonly HTMLInputElement[] => [...panel.querySelectorAll('input')];

/** Whether a field has the focus, or holds what is not saved. */
const isTypedIn = (panel: HTMLElement): boolean =>
  inputsOf(panel).some((input) => input === document.activeElement || input.value !== input.defaultValue);

/** In ms. */
const saidFor = 6000;

const themeKey = 'briefkit-theme';

if (location.search === '?speaker') void runSpeakerWindow();
else void new App().start();
