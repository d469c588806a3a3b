/** What a preview says where something is in its way: at its start, and while it runs. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { projectFolder, recordingWorld } from '../cli/recording-world.js';
import { previewIn, startPreview, untilState } from './running-preview.js';

const minimal = 'tests/cases/minimal/report';

describe('a preview', () => {
  it('ends with the mistake where there is no report', async () => {
    const { world, out } = recordingWorld({ workingFolder: tmpdir() });
    expect(await run(['preview', 'no-such-report'], world)).toBe(1);
    expect(out.stderr).toContain('no-such-report/report.yaml');
    expect(out.stdout).toBe('');
  });

  it('of a report that does not parse says so at the terminal and on its page, and shows it once it is mended', async () => {
    const good = readFileSync(join(projectFolder, minimal, 'report.yaml'), 'utf8');
    const preview = await startPreview(minimal, [], (folder) =>
      writeFileSync(join(folder, 'report/report.yaml'), 'title: [never closed\n'),
    );
    const broken = await untilState(preview, ({ failed }) => failed);
    expect(broken).toMatchObject({ wasSound: false, views: [], title: 'report' });
    expect(broken.diagnostics[0]!.place).toMatchObject({ file: 'report/report.yaml' });
    expect(preview.said().stderr).toMatch(/report\/report\.yaml:\d+:\d+ {2}error/);
    writeFileSync(join(preview.folder, 'report/report.yaml'), good);
    const mended = await untilState(preview, ({ failed }) => !failed);
    expect(mended.views.map(({ id }) => id)).toEqual(['deck', 'briefing', 'handout']);
    expect(await preview.end()).toBe(0);
    expect(preview.said().stdout).toContain('mended');
  });

  it('keeps the last good pages while the folder is away, and goes on when it is back', async () => {
    const preview = await startPreview(minimal);
    const [here, away] = ['report', 'elsewhere'].map((name) => join(preview.folder, name)) as [string, string];
    renameSync(here, away);
    await untilState(preview, ({ failed }) => failed);
    expect(await (await fetch(`${preview.address}page/deck/2`)).text()).toContain('2.5');
    expect(preview.said().stderr).toContain('report/report.yaml');
    renameSync(away, here);
    await untilState(preview, ({ failed }) => !failed);
    preview.edit('figures.csv', '2.5', '2.6');
    await untilState(preview, ({ version }) => version > 3);
    expect(await (await fetch(`${preview.address}page/deck/2`)).text()).toContain('2.6');
    expect(await preview.end()).toBe(0);
  });

  it('says which port is taken, and that another preview of the report runs', async () => {
    const first = await startPreview(minimal);
    const { port } = new URL(first.address);
    const { world, out } = recordingWorld({ workingFolder: first.folder });
    expect(await run(['preview', 'report', '--port', port], world)).toBe(1);
    expect(out.stderr).toContain(`another program listens at port ${port}`);
    const second = await previewIn(first.folder, [], true);
    expect(second.said().stderr).toContain(`another preview of report runs at ${first.address}`);
    expect(second.address).not.toBe(first.address);
    expect(await second.end()).toBe(0);
    expect(await first.end()).toBe(0);
  });

  it('does not take what an ended preview left behind for a running one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefkit-preview-'));
    cpSync(join(projectFolder, minimal), join(folder, 'report'), { recursive: true });
    expect(await (await previewIn(folder, [], true)).end()).toBe(0);
    const second = await previewIn(folder, [], true);
    expect(second.said().stderr).toBe('');
    await second.end();
    rmSync(folder, { recursive: true });
  });

  it.each(['70000', '-1', 'http'])('refuses %s as a port', async (port) => {
    const { world, out } = recordingWorld();
    expect(await run(['preview', 'data/cixi-2024', `--port=${port}`], world)).toBe(1);
    expect(out.stderr).toContain(`"${port}" is no port`);
  });
});
