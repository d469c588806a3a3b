/** What runs in the thread that makes pictures smaller beside a build: answers one question after the other. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { PngToShrink } from '../model/pictures/shrink-png.js';
import { shrinkPng } from './shrink-png.js';

// A new thread has V8 double the room for young objects of all threads again, which the command keeps small: 16 MiB.
setFlagsFromString('--semi-space-growth-factor=1');

/** V8 does not see by itself what lies outside its heap: four pictures left 24 MiB there, and leave 10 so. */
const collect = collector();

parentPort?.on('message', (png: PngToShrink) => {
  parentPort?.postMessage(shrinkPng(png));
  collect();
});

/** V8 shows it where a context is made while the flag is set, which is the whole process'. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const found = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return found;
}
