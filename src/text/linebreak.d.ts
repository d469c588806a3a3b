/** The `linebreak` package ships no types. */
declare module 'linebreak' {
  export interface LineBreakFound {
    /** Where the next line would start, in UTF-16 units. */
    readonly position: number;
    /** True behind a line end in the text. */
    readonly required: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): LineBreakFound | null;
  }
}
