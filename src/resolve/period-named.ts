/** Whether a text means a period. */
import { readPeriod } from '../locale/read-period.js';
import { periodKey } from '../model/period.js';

/** A category of a time axis is named by its period, however that is written. */
export const isPeriodNamed = (name: string, key: string): boolean => {
  const period = readPeriod(name);
  return name === key || (period !== null && periodKey(period) === key);
};
