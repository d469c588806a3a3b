/**
 * A rival: Typst sets the same text on as many pages, tagged and archival as ours are, with charts that are ready.
 *
 *     typst-paper.js SOURCE.typ TARGET.pdf
 */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { plainFont } from './chart-picture.js';

const [source, target] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: [dirname(plainFont)] }] });
writeFileSync(target!, compiler.pdf({ mainFilePath: source! }, { pdfStandard: 'a-2a', creationTimestamp: 0 }));
