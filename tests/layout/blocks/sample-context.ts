/** A context for laying one block by itself, on the small paper with square characters. */
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { BlockContext } from '../../../src/layout/galley/block.js';
import { layBlock } from '../../../src/layout/blocks/lay-block.js';
import { createStructure } from '../../../src/layout/galley/structure-builder.js';
import { fonts, paper, theme } from '../briefing/sample-briefing.js';

export const sampleContext = (diagnostics: Diagnostic[] = []): BlockContext => {
  const structure = createStructure();
  return {
    theme,
    medium: paper,
    fonts,
    language: 'zh-CN',
    structure,
    parent: structure.add('Document', null),
    entries: [],
    figureHeight: null,
    lay: layBlock,
    breaking: {},
    tell: (diagnostic) => diagnostics.push(diagnostic),
    numberOf: () => null,
    noteLabel: () => null,
    nameOf: () => null,
    resolveLink: (href) => ({ kind: 'url', url: href }),
  };
};
