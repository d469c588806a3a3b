/** Handlebars' own parser, without its compiler and runtime. */
/// <reference types="handlebars" />
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  const base: {
    parse(source: string): hbs.AST.Program;
    /** Its lexer keeps where it stood when it failed. */
    readonly parser: { readonly lexer: { readonly matched: string; readonly match: string } };
  };
  export default base;
}
