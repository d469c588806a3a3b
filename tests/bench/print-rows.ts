/** What the measurements print: rows of a name and numbers. */
import type { Measurement, Ratio } from './measure.js';

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function row(what: string, ...cells: readonly string[]): void {
  print(`  ${what.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join('  ')}`);
}

export function measured(what: string, { milliseconds, cpu, mebibytes }: Measurement): void {
  row(what, time(milliseconds), time(cpu), memory(mebibytes));
}

export function target(what: string, reached: boolean, got: string): void {
  row(what, reached ? 'reached' : 'NOT reached', got);
}

/** A ratio held against what it is to be, with the least and the most that a round gave. */
export function ratioTarget(what: string, { median, least, most }: Ratio, wanted: number): void {
  row(
    `${what}: ≤ ${wanted}`,
    median <= wanted ? 'reached' : 'NOT reached',
    median.toFixed(2),
    `${least.toFixed(2)} to ${most.toFixed(2)}`,
  );
}

export const time = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;

export const memory = (mebibytes: number): string => `${Math.round(mebibytes)} MiB`;
