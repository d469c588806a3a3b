/** A headline as it stands upright: quotation marks turn into corner brackets (GB/T 15834, 5.1.10). */

const turned: Readonly<Record<string, string>> = {
  '“': '﹃',
  '”': '﹄',
  '‘': '﹁',
  '’': '﹂',
  '（': '︵',
  '）': '︶',
  '—': '︱',
};

export const uprightText = (text: string): string =>
  [...text].map((character) => turned[character] ?? character).join('');
