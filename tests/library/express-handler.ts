/** A handler for Express: `GET /report/:town.pptx` answers with a deck of that town's figures, made in memory. */
import type { RequestHandler } from 'express';
import { build, ReportError } from '../../src/index.js';

/** @param figuresOf figures.csv of a town; null where there is none. */
export const townDeck =
  (report: string, figuresOf: (town: string) => Promise<string | null>): RequestHandler =>
  async (request, response) => {
    const town = String(request.params['town']);
    const figures = await figuresOf(town);
    if (figures === null) return void response.status(404).send('no such town');
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const files = { 'town/report.yaml': report, 'town/figures.csv': figures };
      const { bytes } = await build('town', { files, row: { town }, outputs: 'deck.pptx', signal: gone.signal });
      response.type('pptx').send(Buffer.from(bytes('deck.pptx')));
    } catch (cause) {
      if (gone.signal.aborted) return;
      if (!(cause instanceof ReportError)) throw cause;
      response.status(422).json(cause.diagnostics);
    }
  };
