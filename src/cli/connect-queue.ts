/** The queue at the address that a command was given; a mistake in it, or nobody there, is printed. */
import { openQueue, redisConnection } from '../batch/queue/report-queue.js';
import type { OpenQueue } from '../batch/queue/report-queue.js';
import { noQueueThere, noQueueLibrary, wrongRedisAddress } from '../diagnostics/messages.js';
import type { CommandInput, World } from './input/command.js';
import { refuseInput } from './report/survey-report.js';

const usual = 'redis://127.0.0.1:6379';

export const redisAddress = ({ values }: CommandInput, { environment }: World): string =>
  values.get('redis') ?? environment['REDIS_URL'] ?? usual;

/** Null where there is none, which is printed. A connection that is lost is tried again until `ends`. */
export async function connectQueue(
  input: CommandInput,
  world: World,
  ends: AbortSignal = new AbortController().signal,
): Promise<OpenQueue | null> {
  const address = redisAddress(input, world);
  const connection = redisConnection(address, ends);
  const refuse = (mistake: Parameters<typeof refuseInput>[0][number]): null => {
    refuseInput([mistake], world);
    return null;
  };
  if (connection === null) return refuse(wrongRedisAddress(address));
  try {
    const opened = await openQueue(connection);
    return 'reason' in opened ? refuse(noQueueThere(withoutPassword(address), opened.reason)) : opened;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')
      return refuse(noQueueLibrary());
    throw cause;
  }
}

const withoutPassword = (address: string): string => address.replace(/\/\/[^@/]*@/, '//');
