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
