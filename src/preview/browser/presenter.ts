/** Presenting: one page fills the screen; notes, clock and the next page stand in a window of their own. */
import type { NotesState, PagesEvent, PreviewState, StateEvent } from '../protocol.js';
import { element } from './element.js';
import { NewestQuestion } from './newest-question.js';
import { loadFonts } from './page-fonts.js';
import { ask, askPage } from './server.js';

/** What the two windows tell each other: which page is shown, how far to turn, that a window was opened. */
interface Turn {
  readonly view: string;
  readonly page: number;
}
type Word = Turn | { readonly step: number } | { readonly hello: true };

const channelName = 'briefkit-presenting';

export class Presenter {
  private readonly channel = new BroadcastChannel(channelName);
  private readonly screen = element('div', { id: 'screen', attributes: { tabindex: '-1' } });
  private view = '';
  private page = 1;
  private count = 1;
  private readonly questions = new NewestQuestion();

  constructor(private readonly onEnd: (page: number) => void) {
    this.channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (!this.isOn) return;
      if ('step' in data) void this.turn(this.page + data.step);
      if ('hello' in data) this.tell();
    });
    document.addEventListener('fullscreenchange', () => {
      if (document.fullscreenElement === null && this.isOn) this.end();
    });
  }

  get isOn(): boolean {
    return this.screen.isConnected;
  }

  async start(view: string, page: number, count: number): Promise<void> {
    [this.view, this.count] = [view, count];
    document.body.append(this.screen);
    await this.turn(page);
    this.screen.focus();
    // Where the browser allows no full screen, the page fills the window.
    await this.screen.requestFullscreen?.().catch(() => undefined);
  }

  /** Where drawings may have been missed. */
  showAgain(): void {
    if (this.isOn) void this.turn(this.page);
  }

  /** A new state of the report: the page that is shown is drawn again where it is another. */
  refresh(drawings: Readonly<Record<string, string>>): void {
    const drawing = drawings[`${this.view}/${this.page}`];
    if (!this.isOn || drawing === undefined) return;
    this.questions.begin();
    this.screen.innerHTML = drawing;
    this.tell();
  }

  private async turn(page: number): Promise<void> {
    this.page = Math.max(1, Math.min(page, this.count));
    const isNewest = this.questions.begin();
    const markup = await askPage(this.view, this.page);
    if (!isNewest()) return;
    if (markup !== null) this.screen.innerHTML = markup;
    this.screen.dataset['page'] = String(this.page);
    this.tell();
  }

  private tell(): void {
    this.channel.postMessage({ view: this.view, page: this.page } satisfies Turn);
  }

  /** True where the key was one of presenting. */
  takesKey(key: string): boolean {
    if (!this.isOn) return false;
    const step = stepOf(key);
    if (step !== null) void this.turn(this.page + step);
    else if (key === 'Home') void this.turn(1);
    else if (key === 'End') void this.turn(this.count);
    else if (key === 'Escape') this.end();
    else if (key === 's') window.open('?speaker', 'briefkit-speaker', 'width=900,height=600');
    else return false;
    return true;
  }

  private end(): void {
    this.screen.remove();
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    this.onEnd(this.page);
  }
}

function stepOf(key: string): number | null {
  if (['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter'].includes(key)) return 1;
  return ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'].includes(key) ? -1 : null;
}

/** The other window: it follows the screen, and turns its pages. */
export async function runSpeakerWindow(): Promise<void> {
  const state = await ask<PreviewState>('state');
  if (state === null) return;
  const channel = new BroadcastChannel(channelName);
  const questions = new NewestQuestion();
  const clock = element('time', { id: 'clock' });
  const shown = element('div', { class: 'now' });
  const coming = element('div', { class: 'next' });
  const notes = element('div', { id: 'notes', attributes: { 'aria-live': 'polite' } });
  document.body.className = 'speaker';
  document.documentElement.lang = state.language;
  document.title = state.words.speakerWindow;
  document.body.replaceChildren(
    element('main', {}, [element('h1', { text: state.words.notes }), clock, shown, coming, notes]),
  );
  runClock(clock, state.language);
  followFonts(state);
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if ('view' in data) void showTurn(data, { shown, coming, notes }, questions.begin());
  });
  document.addEventListener('keydown', ({ key }) => {
    const step = stepOf(key);
    if (step !== null) channel.postMessage({ step });
  });
  channel.postMessage({ hello: true });
}

/** Letters that a save brings are there in this window too. */
function followFonts(state: PreviewState): void {
  loadFonts(state.fonts);
  const events = new EventSource('events');
  events.addEventListener('pages', ({ data }: MessageEvent<string>) =>
    loadFonts((JSON.parse(data) as PagesEvent).fonts),
  );
  events.addEventListener('state', ({ data }: MessageEvent<string>) =>
    loadFonts((JSON.parse(data) as StateEvent).state.fonts),
  );
}

/** The time of day, and how long it has been running. */
function runClock(clock: HTMLElement, language: string): void {
  const begun = Date.now();
  window.setInterval(() => {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    const running = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
    clock.textContent = `${new Date().toLocaleTimeString(language)} · ${running}`;
  }, 500);
}

interface SpeakerPlaces {
  readonly shown: HTMLElement;
  readonly coming: HTMLElement;
  readonly notes: HTMLElement;
}

async function showTurn(
  { view, page }: Turn,
  { shown, coming, notes }: SpeakerPlaces,
  isNewest: () => boolean,
): Promise<void> {
  const [now, next, said] = await Promise.all([
    askPage(view, page),
    askPage(view, page + 1),
    ask<NotesState>('notes', { view, page }),
  ]);
  if (!isNewest()) return;
  shown.innerHTML = now ?? '';
  coming.innerHTML = next ?? '';
  notes.replaceChildren(...(said?.notes ?? []).map((text) => element('p', { text })));
}
