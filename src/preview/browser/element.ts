/** Elements of the page from plain data. Text is text: nothing that the report holds is ever read as markup here. */

export interface ElementOptions {
  readonly class?: string;
  readonly id?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { class: className, id, text, attributes = {}, on = {} }: ElementOptions = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (id !== undefined) made.id = id;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
  made.append(...children);
  return made;
}

export const button = (
  text: string,
  onClick: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement =>
  element('button', { text, attributes: { type: 'button', ...attributes }, on: { click: onClick } });

export const listOf = (items: readonly Node[][], className = ''): HTMLElement =>
  element(
    'ul',
    { class: className },
    items.map((children) => element('li', {}, children)),
  );

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly (readonly [string | number, string])[];
}

export function choose({ id, label, value, options }: Choice, onChoice: (value: string) => void): HTMLSelectElement {
  const made = element(
    'select',
    {
      id,
      attributes: { 'aria-label': label },
      on: { change: ({ target }) => onChoice((target as HTMLSelectElement).value) },
    },
    options.map(([option, text]) => element('option', { text, attributes: { value: String(option) } })),
  );
  made.value = String(value);
  return made;
}
