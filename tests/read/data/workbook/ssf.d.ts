/** What is used of SheetJS's formatter, which comes without types. */
declare module 'ssf' {
  const formatter: { format(code: string, value: number): string };
  export = formatter;
}
