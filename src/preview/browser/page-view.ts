/**
 * The pages of a view: frames of their size, filled with their drawings when they come near, kept in place when one
 * changes.
 */
import type { PageState, ViewState } from '../protocol.js';
import { element } from './element.js';
import { askPage } from './server.js';

export class PageView {
  private frames: HTMLElement[] = [];
  private view: ViewState | null = null;
  private single = false;
  private idle = 0;
  /** From 1. */
  current = 1;
  /** By `view/number`: drawings that came with an event. */
  private readonly fresh = new Map<string, string>();
  private readonly near: IntersectionObserver;

  constructor(
    private readonly stage: HTMLElement,
    private readonly onCurrent: (page: number) => void,
    private readonly onDrawn: () => void,
  ) {
    this.near = new IntersectionObserver((entries) => entries.forEach((entry) => this.fillWhenNear(entry)), {
      root: stage,
      rootMargin: '150% 0px',
    });
    stage.addEventListener('scroll', () => this.findCurrent(), { passive: true });
  }

  get pages(): readonly PageState[] {
    return this.view?.pages ?? [];
  }

  /** The same view stays where it is; only frames whose drawing has another mark are filled again. */
  show(view: ViewState, drawings: Readonly<Record<string, string>>): void {
    const isSame = this.view?.id === view.id && this.frames.length === view.pages?.length;
    this.view = view;
    this.fresh.clear();
    for (const [key, markup] of Object.entries(drawings)) this.fresh.set(key, markup);
    if (!isSame) this.rebuild();
    this.pages.forEach((page, index) => this.update(this.frames[index]!, page));
    this.applyMode();
    this.fillInIdleTime();
  }

  /**
   * Far pages too, for the thumbnails, one at a time while nothing else is to be done; of very long documents those
   * near alone.
   */
  private fillInIdleTime(): void {
    window.clearTimeout(this.idle);
    const index = this.pages.findIndex((page, at) => at < mostIdle && this.frames[at]?.dataset['mark'] !== page.mark);
    const [frame, page] = [this.frames[index], this.pages[index]];
    if (frame === undefined || page === undefined) return;
    this.idle = window.setTimeout(() => {
      void this.fill(frame, page).then((isFilled) => isFilled && this.fillInIdleTime());
    }, 30);
  }

  private rebuild(): void {
    this.near.disconnect();
    this.frames = this.pages.map((page) =>
      element('section', {
        class: 'page',
        id: `page-${page.number}`,
        attributes: { 'data-page': String(page.number) },
      }),
    );
    this.stage.replaceChildren(...this.frames);
    this.current = Math.min(this.current, Math.max(1, this.frames.length));
    for (const frame of this.frames) this.near.observe(frame);
  }

  private update(frame: HTMLElement, page: PageState): void {
    frame.style.setProperty('--ratio', String(page.width / page.height));
    frame.style.setProperty('--width', `${page.width}px`);
    frame.setAttribute('aria-label', `${page.number} ${page.title}`.trim());
    frame.classList.toggle('changed', page.changed);
    frame.classList.toggle('found', page.findings.length > 0);
    const isWanted = frame.dataset['near'] === 'yes' || this.fresh.has(this.keyOf(page));
    if (isWanted && frame.dataset['mark'] !== page.mark) void this.fill(frame, page);
  }

  private keyOf = (page: PageState): string => `${this.view?.id ?? ''}/${page.number}`;

  private fillWhenNear({ target, isIntersecting }: IntersectionObserverEntry): void {
    const frame = target as HTMLElement;
    frame.dataset['near'] = isIntersecting ? 'yes' : 'no';
    const page = this.pages[Number(frame.dataset['page']) - 1];
    if (isIntersecting && page !== undefined && frame.dataset['mark'] !== page.mark) void this.fill(frame, page);
  }

  /** False where nobody answers, or the drawing is no longer wanted. */
  private async fill(frame: HTMLElement, page: PageState): Promise<boolean> {
    const markup = this.fresh.get(this.keyOf(page)) ?? (await askPage(this.view?.id ?? '', page.number));
    // A save may have come meanwhile: the drawing of the earlier state is no longer wanted.
    const isWanted = frame.isConnected && this.pages[page.number - 1]?.mark === page.mark;
    if (markup === null || !isWanted) return false;
    frame.dataset['mark'] = page.mark;
    frame.innerHTML = markup;
    this.onDrawn();
    return true;
  }

  /** The page that takes most of the stage. */
  private findCurrent(): void {
    if (this.single) return;
    const box = this.stage.getBoundingClientRect();
    const shares = this.frames.map((frame) => {
      const { top, bottom } = frame.getBoundingClientRect();
      return Math.max(0, Math.min(bottom, box.bottom) - Math.max(top, box.top));
    });
    const best = shares.indexOf(Math.max(...shares)) + 1;
    if (best > 0 && best !== this.current) {
      this.current = best;
      this.onCurrent(best);
    }
  }

  goTo(page: number, focus = false): void {
    this.current = Math.max(1, Math.min(page, this.frames.length));
    this.applyMode();
    if (!this.single) this.frames[this.current - 1]?.scrollIntoView({ block: 'start' });
    if (focus) this.stage.focus({ preventScroll: true });
    this.onCurrent(this.current);
  }

  setSingle(single: boolean): void {
    const page = this.current;
    this.single = single;
    this.stage.classList.toggle('single', single);
    this.goTo(page);
  }

  /** A share of the page's own size; 0 fits it to the width. */
  setZoom(zoom: number): void {
    this.stage.classList.toggle('zoomed', zoom > 0);
    this.stage.style.setProperty('--zoom', String(zoom * pixelsAPoint));
  }

  private applyMode(): void {
    this.frames.forEach((frame, index) => {
      const isAway = this.single && index !== this.current - 1;
      frame.classList.toggle('away', isAway);
      frame.inert = isAway;
    });
  }
}

/** Pages that are drawn before anybody comes near. */
const mostIdle = 120;

/** CSS: 96 px and 72 pt to the inch. */
const pixelsAPoint = 96 / 72;
