/** The command line as its user meets it. */
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { recordingWorld } from './recording-world.js';

describe('briefkit', () => {
  it('explains itself and its commands', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['--help'], world)).toBe(0);
    expect(out.stdout).toContain('briefkit build data/cixi-2024');
    expect(out.stdout).toContain('Exit code');
  });

  it('explains a command with its options and lines to copy', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['build', '--help'], world)).toBe(0);
    for (const word of ['--out <folder>', '--only <names>', '--strict', '--json', 'Examples:'])
      expect(out.stdout).toContain(word);
  });

  it('prints its version', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['--version'], world)).toBe(0);
    expect(out.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(['worker', 'build'])('shows the use of %s as it is typed', async (name) => {
    const { world, out } = recordingWorld();
    expect(await run([name, '--help'], world)).toBe(0);
    expect(out.stdout).toMatch(/^Usage: briefkit \w+(?: <[^>]+>)? \[options\]$/m);
  });

  it('without a command shows the help and fails', async () => {
    const { world, out } = recordingWorld();
    expect(await run([], world)).toBe(1);
    expect(out.stdout).toContain('Usage: briefkit');
  });

  it('proposes the nearest command', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['biuld', 'data/x'], world)).toBe(1);
    expect(out.stderr).toBe('error  there is no command "biuld"\n  hint: did you mean "build"?\n');
  });

  it('proposes the nearest option', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['build', 'data/x', '--stritc'], world)).toBe(1);
    expect(out.stderr).toBe('error  briefkit build has no option --stritc\n  hint: did you mean "--strict"?\n');
  });

  it('shows all mistakes of one command line', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['build', '--strict=yes', '--nothing-like-it', '--out'], world)).toBe(1);
    expect(out.stderr.match(/^error/gm)).toHaveLength(3);
  });

  it('asks for the report folder with an example', async () => {
    const { world, out } = recordingWorld();
    expect(await run(['build'], world)).toBe(1);
    expect(out.stderr).toContain('the report folder is missing');
    expect(out.stderr).toContain('briefkit build data/cixi-2024');
  });

  it('says that a fault is its own, and exits with 2', async () => {
    const { world, out } = recordingWorld();
    const broken = {
      ...world,
      clock: () => {
        throw new Error('the clock fell down');
      },
    };
    expect(await run(['build', 'data/x'], broken)).toBe(2);
    expect(out.stderr).toContain('a fault of briefkit, not of your report');
    expect(out.stderr).toContain('the clock fell down');
    expect(out.stderr).not.toContain('run.test.ts');
    expect(await run(['build', 'data/x', '--debug'], broken)).toBe(2);
    expect(out.stderr).toContain('run.test.ts');
  });
});
