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
  readonly retryStrategy: () => number | null;
}

/** Between two tries to reach a server that is gone, in ms. */
const retryEvery = 1000;

/** Null for an address that is none. A server that is gone is tried again until `ends`. */
export function redisConnection(address: string, ends: AbortSignal): QueueConnection | null {
  const retryStrategy = (): number | null => (ends.aborted ? null : retryEvery);
  return /^rediss?:\/\/[^\s]+$/.test(address) && URL.canParse(address)
    ? { url: address, maxRetriesPerRequest: null, enableReadyCheck: true, retryStrategy }
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

/** In ms: how long an address is waited for, and how long after it was first refused: a server may be starting. */
const [longestWait, waitAfterRefusal] = [10_000, 2_000];

/** In ms: the client waits without end for a server that is gone. */
const closingTime = 1_000;

/** Why nobody answers at the address, in the words of the system or the server. */
export interface NoQueue {
  readonly reason: string;
}

export async function openQueue(connection: QueueConnection): Promise<OpenQueue | NoQueue> {
  const { Queue } = await import('bullmq');
  const queue = new Queue<ReportTask, ReportDone>(queueName, { connection, prefix });
  let reason = `no answer within ${longestWait / 1000} s`;
  // Said once, by whoever asked: a connection tries again by itself.
  const refused = new Promise<null>((resolve) => {
    queue.on('error', (cause) => {
      reason = cause.message;
      setTimeout(() => resolve(null), waitAfterRefusal).unref();
    });
  });
  const ready = (queue.client as Promise<unknown> as Promise<RedisCommands>).catch((cause: unknown) => {
    reason = cause instanceof Error ? cause.message : String(cause);
    return null;
  });
  const redis = await within(longestWait, Promise.race([ready, refused]));
  if (redis !== null) return { queue, redis, close: async () => void (await within(closingTime, queue.close())) };
  await within(closingTime, queue.close());
  return { reason };
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
