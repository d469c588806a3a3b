/**
 * The connection of a language server over streams, in a module of its own: a bundle gives an `import()` of CommonJS no
 * names.
 */
import { createConnection, type Connection } from 'vscode-languageserver/node';

export const connectStreams = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Connection =>
  createConnection(input, output);
