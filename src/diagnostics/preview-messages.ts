/** Messages of the preview. */
import type { Diagnostic } from './diagnostic.js';

/** The port that was asked for cannot be had. */
export const portTaken = (port: string, why: 'taken' | 'forbidden' | 'number'): Diagnostic => ({
  severity: 'error',
  code: 'port-taken',
  message: {
    taken: `another program listens at port ${port}`,
    forbidden: `port ${port} is not for ordinary users`,
    number: `"${port}" is no port`,
  }[why],
  span: null,
  hint: 'leave --port out to take any that is free, or name one from 1024 to 65535',
});

/** Both show every save; a change that is made in one is undone in the same. */
export const alreadyShown = (report: string, address: string): Diagnostic => ({
  severity: 'warning',
  code: 'already-shown',
  message: `another preview of ${report} runs at ${address}`,
  span: null,
  hint: 'open that address, or end that preview; this one runs beside it',
});
