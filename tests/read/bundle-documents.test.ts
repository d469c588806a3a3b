/** A bundle states its own documents and outputs: names that no code knows. */
import { expect, it, describe } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFiles, memoryFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';

function bundleOf(yaml: string, more: Readonly<Record<string, string>> = {}) {
  const diagnostics: Diagnostic[] = [];
  const files = memoryFiles({ 'templates/own/bundle.yaml': yaml, ...more });
  const bundle = readBundle('own', { files, tell: (diagnostic) => void diagnostics.push(diagnostic) });
  const told = diagnostics.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`);
  return { bundle, told };
}

describe('the documents of a bundle', () => {
  const poster = `documents:
  poster:
    medium: paper
    page: [390mm, 545mm]
    margin: [13mm, 36, 36pt, 36]
    styles: { body: { font: prose, size: 11 } }
outputs:
  wall-poster.pdf: { document: poster, usual: true }
`;

  it('have names, pages and styles of their own', () => {
    const { bundle, told } = bundleOf(poster);
    expect(told).toEqual([]);
    expect(bundle?.outputs).toMatchObject([
      { name: 'wall-poster.pdf', ending: 'pdf', usual: true, document: { name: 'poster', medium: 'paper' } },
    ]);
    const { page, margin, styles } = bundle!.documents[0]!.look;
    expect([Math.round(page!.width), Math.round(page!.height)]).toEqual([1106, 1545]);
    expect([Math.round(margin!.top), margin!.right, margin!.bottom]).toEqual([37, 36, 36]);
    expect(styles.body).toMatchObject({ font: 'prose', size: 11, lineHeight: 16.5 });
  });

  it('are told where an output shows none of them, is no file of a known kind, or takes another medium', () => {
    expect(
      bundleOf(
        `${poster}  deck.docx: { document: poster }\n  slides.pptx: { document: poster }\n  b.pdf: { document: poste }\n`,
      ).told,
    ).toEqual(['9:3 not-an-output', '10:3 output-not-taken', '11:22 unknown-document']);
  });

  it('are its templates where it states none: slides where one makes a slide', () => {
    const { bundle } = bundleOf('about: { zh: 无, en: none }\n', {
      'templates/own/talk.hbs': '{{> one}}',
      'templates/own/partials/one.hbs': '{{#slide layout="text"}}{{/slide}}',
      'templates/own/leaflet.hbs': 'text',
    });
    expect(bundle?.outputs.map(({ name }) => name).sort()).toEqual([
      'leaflet.html',
      'leaflet.pdf',
      'talk.html',
      'talk.pdf',
      'talk.pptx',
    ]);
  });

  it('are those of the annual briefing in a bundle that states none beside it', () => {
    const bundle = readBundle('chart-gallery', { files: diskFiles('.'), tell: () => undefined });
    expect(bundle?.outputs.map(({ name }) => name)).toContain('handout.pdf');
  });
});
