/** `briefkit preview` from outside: from the write of a changed figure to the drawings that its page is sent. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { changeFigure } from './watching.js';

export interface PreviewTimes {
  /** In ms: from the write of the figure to the drawings in which it stands; one for each change. */
  readonly changes: readonly number[];
  /** Bytes of such an event, the median. */
  readonly bytes: number;
}

/** The first changes warm the process, as an hour of editing does, and do not count. */
export async function timePreview(
  project: string,
  report: string,
  folder: string,
  changes: number,
  warming = 8,
): Promise<PreviewTimes> {
  const copy = join(folder, 'previewed');
  mkdirSync(copy, { recursive: true });
  cpSync(join(project, report), copy, { recursive: true });
  const child = spawn(process.execPath, [join(project, '.build/cli.js'), 'preview', copy], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const address = await addressOf(child.stdout);
    // Somebody looks at the slides, as the page does when it is opened.
    await (await fetch(`${address}page/deck/1`)).text();
    const stream = (await fetch(`${address}events`)).body!;
    const times: number[] = [];
    const sizes: number[] = [];
    const events = eventsOf(stream);
    for (let change = 0; change < warming + changes; change += 1) {
      const value = 500 + change;
      await new Promise((resolve) => setTimeout(resolve, 400));
      const start = performance.now();
      changeFigure(copy, value);
      for await (const event of events) {
        if (!event.includes(`>${value}.6`) && !event.includes(`${value}.6亿元`)) continue;
        if (change >= warming) {
          times.push(performance.now() - start);
          sizes.push(Buffer.byteLength(event));
        }
        break;
      }
    }
    return { changes: times, bytes: sizes.sort((one, other) => one - other)[sizes.length >> 1] ?? 0 };
  } finally {
    child.kill();
  }
}

async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const chunk of stdout) {
    said += String(chunk);
    const found = /http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]+\//.exec(said)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error('the preview ended');
}

/** Events of a server-sent stream, one after another; whoever stops listening may go on later. */
function eventsOf(stream: ReadableStream<Uint8Array>): AsyncIterable<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  const next = async (): Promise<IteratorResult<string>> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const value = rest.slice(0, end);
        rest = rest.slice(end + 2);
        return { value, done: false };
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the preview ended');
      rest += decoder.decode(value, { stream: true });
    }
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}
