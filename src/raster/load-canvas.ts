/** The canvas, loaded when first needed: about 20 ms, ten times that if it were to read every font of the machine. */
import { createRequire } from 'node:module';

export type CanvasModule = typeof import('canvas');

export function loadCanvas(): CanvasModule {
  // The machine's fonts would also make what is drawn depend on the machine.
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] ??= '1';
  return createRequire(import.meta.url)('canvas') as CanvasModule;
}
