/** What the script of the command can be asked for: the command itself, and the work of its threads. */
import type { PoolTask } from '../../batch/pool-worker.js';
import type { BuiltReport } from '../../batch/warm-builder.js';

export { start } from './start.js';

export const buildTask = async (task: PoolTask): Promise<BuiltReport> =>
  (await import('../../batch/pool-worker.js')).buildTask(task);

export const servePart = async (): Promise<void> => (await import('../watching/part-worker.js')).servePart();
