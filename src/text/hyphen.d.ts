/** What is used of the `hyphen` package, without its dozens of languages. */
declare module 'hyphen/en-us' {
  /** The text with `hyphenChar` at each place where a word may be parted. */
  export function hyphenateSync(text: string, options: { readonly hyphenChar: string }): string;
}
