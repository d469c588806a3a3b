/** What is used of SheetJS's formatter, which comes without types. */
declare module 'ssf' {
  const SSF: { format(code: string, value: number): string };
  export default SSF;
}
