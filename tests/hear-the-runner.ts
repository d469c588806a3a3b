/**
 * Between two tests a worker hears the runner's answers. Tests that compute without a pause would leave them unread:
 * a file of thirty such tests is over a minute of silence, after which the worker takes the runner for dead and fails
 * the run, though each test passed. A test that takes long by itself pauses between its steps.
 */
import { afterEach } from 'vitest';

export const hearTheRunner = (): Promise<void> => new Promise((heard) => void setImmediate(heard));

afterEach(hearTheRunner);
