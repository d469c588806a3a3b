/** Databases as a process asks them: addresses in its environment, answers kept below its working folder. */
import { resolve } from 'node:path';
import { usualLimits } from './answer-limits.js';
import type { QueryLimits } from './answer-limits.js';
import type { AskQueries } from '../read/report/ask-queries.js';

/** In the environment: no server is asked, the last answers stand. */
export const offlineVariable = 'BRIEFKIT_OFFLINE';

/** In the environment: how long one question may take. */
const secondsVariable = 'BRIEFKIT_QUERY_SECONDS';

function limitsOf(environment: Readonly<Record<string, string | undefined>>): QueryLimits {
  const seconds = Number(environment[secondsVariable] ?? '');
  return seconds > 0 ? { ...usualLimits, milliseconds: seconds * 1000 } : usualLimits;
}

/** Loaded with the first question. */
export function diskDatabases(
  workingFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): AskQueries {
  return async (queries, report) => {
    const { askDatabases } = await import('./ask-databases.js');
    const ask = askDatabases({
      environment,
      cacheFolder: resolve(workingFolder, 'output/.cache/queries'),
      limits: limitsOf(environment),
      isOffline: (environment[offlineVariable] ?? '') !== '',
    });
    return ask(queries, report);
  };
}

/** Calls when one of the sources says NOTIFY on the channel `briefkit`; ends when the returned function is called. */
export async function listenToSources(
  sources: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  onNotify: () => void,
): Promise<() => void> {
  if (sources.length === 0) return () => undefined;
  const { addressVariable } = await import('./ask-databases.js');
  const { listenPostgres } = await import('./postgres-source.js');
  const addresses = sources.flatMap((source) => environment[addressVariable(source)] ?? []);
  const ends = await Promise.all(addresses.map((address) => listenPostgres(address, onNotify)));
  return () => ends.forEach((end) => end?.());
}
