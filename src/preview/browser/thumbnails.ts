/** The pages of a view, small, in order: a click goes there. */
import type { PageState, PreviewState } from '../protocol.js';
import { element } from './element.js';

export interface Thumbnails {
  readonly pages: readonly PageState[];
  readonly current: number;
  readonly goTo: (page: number) => void;
}

export function drawThumbnails(nav: HTMLElement, { words }: PreviewState, { pages, current, goTo }: Thumbnails): void {
  nav.setAttribute('aria-label', words.pages);
  const known = [...nav.children] as HTMLElement[];
  const buttons = pages.map((page, index) => known[index] ?? thumbnail(page.number, goTo));
  buttons.forEach((made, index) => updateThumbnail(made, pages[index]!, current));
  if (known.length !== buttons.length) nav.replaceChildren(...buttons);
}

const thumbnail = (number: number, goTo: (page: number) => void): HTMLElement =>
  element('button', { attributes: { type: 'button' }, on: { click: () => goTo(number) } }, [
    element('span', { class: 'small', attributes: { 'aria-hidden': 'true' } }),
    element('span', { class: 'number' }),
  ]);

function updateThumbnail(made: HTMLElement, page: PageState, current: number): void {
  made.setAttribute('aria-label', `${page.number} ${page.title}`.trim());
  if (page.number === current) made.setAttribute('aria-current', 'page');
  else made.removeAttribute('aria-current');
  made.classList.toggle('changed', page.changed);
  made.classList.toggle('found', page.findings.length > 0);
  const [small, number] = made.children as unknown as [HTMLElement, HTMLElement];
  small.style.setProperty('--ratio', String(page.width / page.height));
  number.textContent = String(page.number);
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A page that was drawn is shown small as well: the same drawing, used twice. */
export function fillThumbnails(nav: HTMLElement, pages: readonly PageState[]): void {
  pages.forEach((page, index) => {
    const drawing = document.querySelector(`#page-${page.number} > svg`);
    const small = nav.children[index]?.firstElementChild as HTMLElement | null;
    if (drawing === null || small === null || drawing.id !== '') return;
    drawing.id = `drawing-${page.number}`;
    const svg = document.createElementNS(svgNamespace, 'svg');
    svg.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`);
    const use = document.createElementNS(svgNamespace, 'use');
    use.setAttribute('href', `#drawing-${page.number}`);
    svg.append(use);
    small.replaceChildren(svg);
  });
}
