/** YAML with places. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import { ownParsed } from '../source/own-texts.js';
import type { SourceText } from '../source/source-text.js';
import type { DataDocument } from './data-document.js';
import { unpackTree, type PackedTree } from './packed-tree.js';
import { placedDocument } from './placed-node.js';
import { readYamlTree } from './yaml-tree.js';

/** Null where the file has a syntax error; every error is reported. */
export function readYaml(source: SourceText, tell: Tell, memo: Memo = noMemo): DataDocument | null {
  const packed = ownParsed<PackedTree>('yaml', source.text);
  const root =
    packed === null
      ? memo.recall('data file', [source.mark, source.text], (told) => readYamlTree(source, told), tell)
      : unpackTree(packed);
  return root === null ? null : placedDocument(source, root);
}
