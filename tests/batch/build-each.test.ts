/**
 * A report for each row: its cells are fields and figures, its files have names of their own, and one that fails ends
 * no other.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PDFDocument, PDFName } from 'pdf-lib';
import { run } from '../../src/cli/run.js';
import { paperText } from '../cases/paper-text.js';
import { projectFolder, recordingWorld } from '../cli/recording-world.js';

const rows = `ward,beds,filled(%),note
North,20,95.4,quiet
South,31,88.3,=1+1
West,12,70.5,quiet
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-each-'));
  cpSync(join(projectFolder, 'templates/themes'), join(folder, 'templates/themes'), { recursive: true });
  mkdirSync(join(folder, 'templates/ward'), { recursive: true });
  writeFileSync(
    join(folder, 'templates/ward/briefing.hbs'),
    '# {{report.title}}\n\n{{row.ward}} has {{figure "row.beds"}} beds, {{figure "row.filled"}} filled: {{row.note}}\n\n{{words report.opening}}\n\n{{table "rows"}}\n',
  );
  writeFileSync(
    join(folder, 'templates/ward/bundle.yaml'),
    'fields:\n  opening: { type: words, about: { zh: 开篇, en: What it begins with } }\n',
  );
  mkdirSync(join(folder, 'r'));
  writeFileSync(
    join(folder, 'r/report.yaml'),
    'bundle: ward\ntheme: celadon\nlocale: en\noutputs: briefing.pdf\ntitle: Ward {{row.ward}}\ndate: "2025-01-01"\nopening: Of {{row.ward}} alone.\ntables:\n  rows: {head: [a], rows: [[b]]}\n',
  );
  writeFileSync(join(folder, 'rows.csv'), rows);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function each(...more: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const { world, out } = recordingWorld({ workingFolder: folder });
  return { code: await run(['build', 'r', '--each', 'rows.csv', '--out', 'o', ...more], world), ...out };
}
const files = (): readonly string[] => readdirSync(join(folder, 'o')).filter((name) => !name.startsWith('.'));
const text = (name: string): Promise<string> => paperText(new Uint8Array(readFileSync(join(folder, 'o', name))));

describe('the report of each row, when it is checked', () => {
  const check = async (...more: readonly string[]) => {
    const { world, out } = recordingWorld({ workingFolder: folder });
    return { code: await run(['check', 'r', '--each', 'rows.csv', ...more], world), ...out };
  };

  it('has nothing wrong, though its cells have no source and no period', async () => {
    expect(await check('--strict')).toMatchObject({ code: 0, stdout: 'nothing wrong was found\n' });
  });

  it('has nothing wrong where two rows have one name, for nothing is written', async () => {
    writeFileSync(join(folder, 'rows.csv'), `${rows}South,9,50.0,quiet\n`);
    expect(await check('--strict')).toMatchObject({ code: 0, stdout: 'nothing wrong was found\n' });
    expect((await each()).stderr).toContain('two reports would be the same file');
  });

  it('tells once what all have, and by its name what one has', async () => {
    writeFileSync(join(folder, 'rows.csv'), rows.replace('South,31', 'South,many'));
    const report = readFileSync(join(folder, 'r/report.yaml'), 'utf8');
    writeFileSync(join(folder, 'r/report.yaml'), report.replace('Of {{row.ward}} alone.', 'All 12 of them.'));
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout.match(/"12" in/g)).toHaveLength(1);
    expect(stdout).toMatch(/error {2}South: unknown figure "row\.beds"/);
    expect((await check('--where', 'ward=North')).stdout).not.toContain('unknown figure');
  });
});

describe('a report for each row', () => {
  it('shows its own cells as texts and figures, under a name of its own', async () => {
    const { code, stdout, stderr } = await each();
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    expect(stdout).toContain('3 of 3 built');
    expect(files()).toEqual([
      'North-briefing.pdf',
      'South-briefing.pdf',
      'West-briefing.pdf',
      'index.csv',
      'index.html',
    ]);
    const south = await text('South-briefing.pdf');
    for (const words of ['Ward South', 'South has 31', '88.3%', '=1+1', 'Of South alone.'])
      expect(south).toContain(words);
    expect(south).not.toContain('North');
  });

  it('has names by a pattern, and two equal ones are told before anything is built', async () => {
    expect((await each('--name', '{n} {ward}.{output}', '--where', 'beds>=20')).code).toBe(0);
    expect(files()).toEqual(['1 North.briefing.pdf', '2 South.briefing.pdf', 'index.csv', 'index.html']);
    rmSync(join(folder, 'o'), { recursive: true });
    const { code, stderr } = await each('--name', '{note}-{output}');
    expect(code).toBe(1);
    expect(stderr).toContain('rows.csv:4:1 (ward)  error  two reports would be the same file, quiet-briefing.pdf');
    expect(existsSync(join(folder, 'o'))).toBe(false);
    expect((await each('--name', '{wardd}')).stderr).toContain('did you mean "ward"?');
  });

  it('is never a path that data makes', async () => {
    writeFileSync(join(folder, 'rows.csv'), 'ward,beds,filled(%),note\n../../x/CON,1,2,a\n..,1,2,a\n');
    expect((await each('--name', '{ward}')).code).toBe(0);
    expect(files()).toEqual(['-..-x-CON-briefing.pdf', '-briefing.pdf', 'index.csv', 'index.html']);
  });

  it('that fails is told with its row, the others are there, and the list says so', async () => {
    writeFileSync(join(folder, 'rows.csv'), rows.replace('South,31', 'South,many'));
    const { code, stderr } = await each();
    expect(code).toBe(1);
    expect(stderr).toContain('unknown figure "row.beds"');
    expect(stderr).toContain('in: South (rows.csv:3)');
    expect(files()).not.toContain('South-briefing.pdf');
    const index = readFileSync(join(folder, 'o/index.csv'), 'utf8');
    expect(index).toContain('North,Ward North,briefing.pdf,North-briefing.pdf,1,');
    expect(index).toContain('South,,,,0,0,"unknown figure ""row.beds"""');
    expect(readFileSync(join(folder, 'o/index.html'), 'utf8')).toContain('<a href="West-briefing.pdf">');
  });

  it('is told of a column that is not there, in plain texts as in words, and of figures with places of its own', async () => {
    const report = readFileSync(join(folder, 'r/report.yaml'), 'utf8');
    const wrong = report.replace('Ward {{row.ward}}', 'Ward {{row.wrd}}');
    writeFileSync(
      join(folder, 'r/report.yaml'),
      wrong.replace('Of {{row.ward}}', 'Of {{row.wad}} and {{figure "row.bed"}}'),
    );
    const { code, stderr } = await each();
    expect(code).toBe(1);
    for (const name of ['row.wrd', 'wad']) expect(stderr).toMatch(new RegExp(`"${name}"[^]*?in: North.*South.*West`));
    for (const line of [2, 3, 4]) expect(stderr).toContain(`did you mean "row.beds" (rows.csv:${line})`);
  });

  it('that is there and would be the same is not built again when a batch is resumed', async () => {
    await each();
    const before = statSync(join(folder, 'o/North-briefing.pdf')).mtimeMs;
    writeFileSync(join(folder, 'rows.csv'), rows.replace('West,12', 'West,13'));
    rmSync(join(folder, 'o/South-briefing.pdf'));
    const { stdout } = await each('--resume', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, all: 3, built: 2, unchanged: 1 });
    expect(statSync(join(folder, 'o/North-briefing.pdf')).mtimeMs).toBe(before);
    writeFileSync(join(folder, 'templates/ward/briefing.hbs'), '# {{report.title}}\n');
    expect(JSON.parse((await each('--resume', '--json')).stdout)).toMatchObject({ built: 3, unchanged: 0 });
  });

  it('may be of all rows that say the same', async () => {
    const report = readFileSync(join(folder, 'r/report.yaml'), 'utf8').replace(/tables:[^]*/, '');
    writeFileSync(join(folder, 'r/report.yaml'), report.replaceAll('{{row.ward}}', '{{row.note}}'));
    writeFileSync(
      join(folder, 'templates/ward/briefing.hbs'),
      '# {{report.title}}\n\n{{#each rows}}\n- {{this.ward}}\n{{/each}}\n\n{{table "rows"}}\n',
    );
    expect((await each('--group', 'note', '--name', '{note}-{output}')).stderr).not.toContain('error');
    const quiet = await text('quiet-briefing.pdf');
    for (const words of ['North', 'West', '70.5']) expect(quiet).toContain(words);
    expect(quiet).not.toContain('South');
  });

  it('is one of many in a bound file, with a bookmark and a place in its structure', async () => {
    expect((await each('--bind', 'all.pdf')).code).toBe(0);
    const bound = await PDFDocument.load(new Uint8Array(readFileSync(join(folder, 'o/all.pdf'))));
    expect(bound.getPageCount()).toBe(3);
    for (const key of ['Outlines', 'StructTreeRoot', 'MarkInfo', 'Lang'])
      expect(bound.catalog.has(PDFName.of(key)), key).toBe(true);
    expect(await text('all.pdf')).toMatch(/Ward North[^]*Ward South[^]*Ward West/);
  });

  it.each([
    ['rows.sql', "-- source: files\nselect * from 'wards.csv' where beds > 15 order by ward desc\n"],
    ['rows.yaml', 'from: { sql: "select * from \'wards.csv\' where beds > 15 order by ward desc" }\n'],
  ])('may be one that a database gives: %s', async (name, content) => {
    writeFileSync(join(folder, 'r/wards.csv'), rows);
    writeFileSync(join(folder, name), content);
    const { code, stdout } = await each('--each', name, '--name', '{n} {ward}');
    expect(stdout).toContain('2 of 2 built');
    expect(code).toBe(0);
    expect(await text('1 South-briefing.pdf')).toContain('South has 31');
  });

  it('is told where its SQL writes', async () => {
    writeFileSync(join(folder, 'rows.sql'), '-- all\n\ndelete from wards\n');
    const { code, stderr } = await each('--each', 'rows.sql');
    expect(code).toBe(1);
    expect(stderr).toContain('rows.sql:3:1  error  this SQL does more than read');
  });

  it('is told where a folder stands for the rows of a report', async () => {
    mkdirSync(join(folder, 'towns'));
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run(['build', 'r', '--each', 'towns', '--out', 'o'], world)).toBe(1);
    expect(out.stderr).toContain('towns is a folder, not a file of rows');
    expect(out.stderr).toContain('briefkit build --each towns');
  });

  it('may be a folder of a folder', async () => {
    mkdirSync(join(folder, 'many'));
    for (const name of ['a', 'b']) {
      cpSync(join(folder, 'r'), join(folder, 'many', name), { recursive: true });
      const file = join(folder, 'many', name, 'report.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('{{row.ward}}', name));
    }
    writeFileSync(join(folder, 'templates/ward/briefing.hbs'), '# {{report.title}}\n');
    const { world } = recordingWorld({ workingFolder: folder });
    expect(await run(['build', '--each', 'many', '--out', 'o'], world)).toBe(0);
    expect(files()).toEqual(['a-briefing.pdf', 'b-briefing.pdf', 'index.csv', 'index.html']);
  });

  it('is told where two would be one file, though its report names no outputs', async () => {
    const report = readFileSync(join(folder, 'r/report.yaml'), 'utf8').replace('outputs: briefing.pdf\n', '');
    writeFileSync(join(folder, 'r/report.yaml'), report);
    writeFileSync(join(folder, 'rows.csv'), rows.replace('South', 'NORTH'));
    const { code, stderr } = await each();
    expect(code).toBe(1);
    expect(stderr).toContain('two reports would be the same file, NORTH-briefing.pdf');
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });

  it('is named by the column that it is a group of', async () => {
    expect((await each('--group', 'note')).stderr).toContain('the report asks for row.ward, in which its rows differ');
    expect(readFileSync(join(folder, 'o/index.csv'), 'utf8')).toMatch(/^quiet,/m);
  });

  it('is told of the cell that is empty where it needs a number', async () => {
    writeFileSync(join(folder, 'rows.csv'), rows.replace('South,31', 'South,'));
    expect((await each()).stderr).toContain(
      'rows.csv:3:7 (beds)  error  the cell is empty, and the report asks for the figure row.beds',
    );
  });

  it('is told of a column that no row has, in a title too, each time that it is built', async () => {
    const report = readFileSync(join(folder, 'r/report.yaml'), 'utf8');
    writeFileSync(join(folder, 'r/report.yaml'), report.replace('Ward {{row.ward}}', 'Ward {{row.wart}}'));
    const { code, stderr } = await each();
    expect(code).toBe(1);
    expect(stderr).toMatch(/report\.yaml:5:13 {2}error {2}nothing here is called "row\.wart"\n.*did you mean "ward"/);
    expect(stderr).toContain('in: North (rows.csv:2), South (rows.csv:3), West (rows.csv:4)');
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run(['build', 'r', '--out', 'o'], world)).toBe(1);
    expect(out.stderr).toContain('{{row.wart}} asks for a row, and none is given');
  });

  it('is not built where its file of rows is wrong', async () => {
    writeFileSync(join(folder, 'rows.csv'), `${rows}East,1\n`);
    const { code, stderr } = await each();
    expect(code).toBe(1);
    expect(stderr).toContain('rows.csv:5:6  error  this row has 2 cells, but the table has 4 columns');
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });

  it('is listed in the language of the reports, under a heading that counts them', async () => {
    await each();
    const list = readFileSync(join(folder, 'o/index.html'), 'utf8');
    expect(list).toContain('<html lang="en-US">');
    expect(list).toMatch(/<h1>\d reports<\/h1>/);
    expect(list).toContain('<th scope="col">Pages</th>');
  });

  it('has a link in the list that leads to it, whatever its name', async () => {
    writeFileSync(join(folder, 'rows.csv'), 'ward,beds,filled(%),note\n"R&copy #1? 100% \'a\'",1,2,a\n');
    await each();
    const [, link = ''] = /href="([^"]*)"/.exec(readFileSync(join(folder, 'o/index.html'), 'utf8')) ?? [];
    expect(link).not.toMatch(/[&#?<]/);
    expect(files()).toContain(decodeURIComponent(link));
  });

  it.each([
    ['../all.pdf', 'takes the name of a PDF'],
    ['all.docx', 'takes the name of a PDF'],
    ['North-briefing.pdf', 'one that the batch writes itself'],
  ])('is not built where its PDFs cannot be joined into %s', async (bind, words) => {
    const { code, stderr } = await each('--bind', bind);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });

  it('of a folder is built anew alone when its own files have changed', async () => {
    for (const name of ['a', 'b']) {
      cpSync(join(folder, 'r'), join(folder, 'many', name), { recursive: true });
      const file = join(folder, 'many', name, 'report.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('{{row.ward}}', name));
    }
    writeFileSync(join(folder, 'templates/ward/briefing.hbs'), '# {{report.title}}\n');
    const again = async () => {
      const { world, out } = recordingWorld({ workingFolder: folder });
      await run(['build', '--each', 'many', '--out', 'o', '--resume', '--json'], world);
      return JSON.parse(out.stdout) as { built: number; unchanged: number };
    };
    expect(await again()).toMatchObject({ built: 2, unchanged: 0 });
    const file = join(folder, 'many/b/report.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: Ward', 'title: House'));
    expect(await again()).toMatchObject({ built: 1, unchanged: 1 });
    const state = join(folder, 'o/.briefkit-batch.json');
    writeFileSync(state, readFileSync(state).subarray(0, 200));
    expect(await again()).toMatchObject({ built: 2, unchanged: 0 });
  });

  it('of a folder is told where rows are asked of it, and a file of rows where no report is named', async () => {
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run(['build', '--each', '.', '--where', 'a=b', '--out', 'o'], world)).toBe(1);
    expect(out.stderr).toContain('--where asks for rows, but . is a folder of reports');
    expect(await run(['build', '--each', 'rows.csv', '--out', 'o'], world)).toBe(1);
    expect(out.stderr).toContain('briefkit build data/my-report --each rows.csv');
  });

  it.each([['--require-approved'], ['--trace'], ['--mark-changes', 'HEAD']])(
    'is refused rather than built without what was asked for: %s',
    async (...more) => {
      const { code, stderr } = await each(...more);
      expect(code).toBe(1);
      expect(stderr).toContain(`${more[0]} is of one report, and --each makes many`);
      expect(existsSync(join(folder, 'o'))).toBe(false);
    },
  );

  it.each(['build', 'check', 'preview'])('is what --where is of: %s without rows is told', async (command) => {
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run([command, 'r', '--where', 'ward=North'], world)).toBe(1);
    expect(out.stderr).toContain('--where is of a batch');
  });

  it('is not built at all where its folder takes no files', async () => {
    writeFileSync(join(folder, 'o'), 'a file');
    const { code, stderr } = await each();
    expect(code).toBe(1);
    expect(stderr.match(/cannot write/g)).toHaveLength(1);
    expect(stderr).not.toContain('3/3');
  });

  it('is not begun any more when the batch is ended, and the rest follows when it is resumed', async () => {
    const stop = new AbortController();
    stop.abort();
    const { world, out } = recordingWorld({ workingFolder: folder, signal: stop.signal });
    expect(await run(['build', 'r', '--each', 'rows.csv', '--out', 'o'], world)).toBe(1);
    expect(out.stdout).toContain('0 of 3 built, stopped: --resume goes on');
    expect((await each('--resume')).stdout).toContain('3 of 3 built');
  });
});
