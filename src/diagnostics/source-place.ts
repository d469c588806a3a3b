/** A place in a source as people are told it: by line and column, and in a workbook by sheet and cell. */
import type { Span } from '../model/span.js';

/** `data/x/report.yaml:3:12`, `data/x/figures.xlsx:指标!C7`. */
export const sourcePlace = ({ file, line, column, cell }: Span): string => `${file}:${cell ?? `${line}:${column}`}`;

/** `data/x/figures.csv:3`, `data/x/figures.xlsx:指标!A3`: a row, or where a thing is defined. */
export const sourceLine = ({ file, line, cell }: Span): string => `${file}:${cell ?? line}`;
