/** The queue on Redis: jobs by BullMQ, contents of bundles beside them by their marks. Loaded when it is used. */
import type { Job as QueueJob, Queue } from 'bullmq';
import type { Job } from '../../job.js';
import { bundledReport } from './report-bundle.js';

/** What one job is: plain data, a few kilobytes. */
export interface ReportTask {
  /** The mark of the bundle that holds its report. */
  readonly bundle: string;
  readonly job: Job;
  readonly title: string;
  /** Where its row stands: `towns.csv:7`. */
  readonly place: string;
  /** Output → name of its file. */
  readonly names: Readonly<Record<string, string>>;
  /** Where the files go, as the machine that builds sees it. */
  readonly folder: string;
  /** The program that asked. */
  readonly version: string;
}

export interface ReportDone {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly pages: number }[];
  /** The program that built. */
  readonly version: string;
  readonly milliseconds: number;
}

export type ReportJob = QueueJob<ReportTask, ReportDone>;

export const queueName = 'briefkit';
const prefix = 'briefkit';
export const contentKey = (mark: string): string => `${prefix}:content:${mark}`;
export const bundleKey = (mark: string): string => `${prefix}:bundle:${mark}`;
/** Jobs that another version built than the one that asked. */
export const otherVersionsKey = `${prefix}:other-versions`;

export interface QueueConnection {
  readonly url: string;
  readonly maxRetriesPerRequest: null;
  readonly enableReadyCheck: boolean;
}

/** Null for an address that is none. */
export function redisConnection(address: string): QueueConnection | null {
  return /^rediss?:\/\/[^\s]+$/.test(address)
    ? { url: address, maxRetriesPerRequest: null, enableReadyCheck: true }
    : null;
}

/**
 * Commands of Redis that keep bundles, as the client that BullMQ uses has them; BullMQ's own types name only those that
 * it needs.
 */
export interface RedisCommands {
  exists(key: string): Promise<number>;
  set(key: string, value: string | Buffer): Promise<unknown>;
  get(key: string): Promise<string | null>;
  getBuffer(key: string): Promise<Buffer | null>;
  sadd(key: string, member: string): Promise<unknown>;
  scard(key: string): Promise<number>;
}

export interface OpenQueue {
  readonly queue: Queue<ReportTask, ReportDone>;
  readonly redis: RedisCommands;
  readonly close: () => Promise<void>;
}

/** Null where nobody answers at the address within ten seconds. */
export async function openQueue(connection: QueueConnection): Promise<OpenQueue | null> {
  const { Queue } = await import('bullmq');
  const queue = new Queue<ReportTask, ReportDone>(queueName, { connection, prefix });
  // Said once, below: a connection tries again by itself.
  queue.on('error', () => undefined);
  const redis = await within(10_000, queue.client as Promise<unknown> as Promise<RedisCommands>);
  if (redis === null) {
    await queue.disconnect().catch(() => undefined);
    return null;
  }
  return { queue, redis, close: () => queue.close() };
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

export const queuePrefix = prefix;

/** The job as it is where its bundle is unpacked. */
export const bundledJob = (job: Job): Job => ({ ...job, report: bundledReport });
