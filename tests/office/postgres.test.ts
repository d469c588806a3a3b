/**
 * A report over a real PostgreSQL server on the loopback address: figures and a table are asked, nothing is written,
 * what never ends is ended; a server that is gone leaves its last answer; NOTIFY wakes a watch.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';

const command = join(projectFolder, '.build/cli.js');
/** Debian keeps the server's programs of each version apart. */
const programs = (): string => {
  const all = '/usr/lib/postgresql';
  const versions = existsSync(all) ? readdirSync(all).sort((one, other) => Number(other) - Number(one)) : [];
  const found = versions.map((version) => join(all, version, 'bin')).find((path) => existsSync(join(path, 'initdb')));
  if (found === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return found;
};

let folder = '';
let port = 0;
let server: ChildProcess;
/** The server refuses to run as root: then it runs as the user that its package made. */
let owner: { readonly uid?: number; readonly gid?: number } = {};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = listening.address() as AddressInfo;
      listening.close(() => resolve(found));
    });
  });

const numberOf = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);

async function startServer(): Promise<void> {
  const data = join(folder, 'pg/data');
  server = spawn(
    join(programs(), 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', join(folder, 'pg'), '-c', 'fsync=off'],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: join(folder, 'pg'), ...owner },
  );
  await new Promise<void>((resolve, reject) => {
    server.stderr!.on('data', (text: Buffer) => {
      if (text.toString().includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error('postgres ended')));
  });
}

function sql(text: string): string {
  const args = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', 'postgres', '-Atc', text];
  return spawnSync(join(programs(), 'psql'), args, { encoding: 'utf8' }).stdout.trim();
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  BRIEFKIT_QUERY_SECONDS: '3',
  WAREHOUSE_URL: `postgres://reader:secret-word@127.0.0.1:${port}/postgres`,
});

function briefkit(...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(),
  });
  return { status, said: stdout + stderr };
}

const textOf = (file: string): string =>
  spawnSync('pdftotext', ['-layout', join(folder, file), '-'], { encoding: 'utf8' }).stdout;

const figures =
  "select 'sales' as id, 'Sales' as label, sum(amount) as value, 'USD million' as unit, year::text as period from sales group by year order by year";
const table = 'select region, amount as "Amount" from sales where year = 2024 order by region';

function writeReport(name: string, tableSql: string = table): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, name, 'report.yaml'),
    `bundle: plain
theme: celadon
locale: en
outputs: briefing.pdf
title: Sales
date: "2025-01-01"
figures:
  - from:
      source: warehouse
      sql: |
        ${figures}
tables:
  regions: { from: { sql: ${JSON.stringify(tableSql)}, source: warehouse }, total: All }
`,
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-postgres-'));
  port = await freePort();
  if (process.getuid?.() === 0) owner = { uid: numberOf('-u'), gid: numberOf('-g') };
  mkdirSync(join(folder, 'pg'));
  if (owner.uid !== undefined) {
    spawnSync('chmod', ['755', folder]);
    chownSync(join(folder, 'pg'), owner.uid, owner.gid!);
  }
  const made = spawnSync(
    join(programs(), 'initdb'),
    ['-D', join(folder, 'pg/data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    {
      encoding: 'utf8',
      cwd: join(folder, 'pg'),
      ...owner,
    },
  );
  expect(made.stderr + made.stdout).toContain('Success');
  await startServer();
  sql(`create table sales (region text, year int, amount numeric(10,2));
    insert into sales values ('North', 2023, 10.50), ('South', 2023, 20), ('North', 2024, 12.5), ('South', 2024, 21.25);
    create role reader login; grant all on sales to reader; grant create on schema public to reader`);
  cpSync(join(projectFolder, 'templates/themes'), join(folder, 'templates/themes'), { recursive: true });
  mkdirSync(join(folder, 'templates/plain'), { recursive: true });
  writeFileSync(
    join(folder, 'templates/plain/briefing.hbs'),
    '# {{report.title}}\n\nSales came to {{figure "sales"}}, {{change "sales"}}.\n\n{{table "regions"}}\n',
  );
  writeReport('r');
});
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('a report over PostgreSQL', () => {
  it('shows what the database holds, with what follows from it', () => {
    expect(briefkit('build', 'r')).toMatchObject({ status: 0 });
    const text = textOf('output/r/briefing.pdf');
    expect(text).toContain('Sales came to USD 33.75 million, up 10.7% year on year.');
    expect(text).toMatch(/North\s+12\.50[\s\S]*South\s+21\.25[\s\S]*All\s+33\.75/);
  });

  it('is asked again though no file has changed', () => {
    sql("update sales set amount = 22.25 where region = 'South' and year = 2024");
    expect(briefkit('build', 'r').status).toBe(0);
    expect(textOf('output/r/briefing.pdf')).toContain('USD 34.75 million');
  });

  it('says nothing of its address, in no file and no message', () => {
    writeReport('wrong', 'select nothing from sales');
    const { status, said } = briefkit('build', 'wrong');
    expect(status).toBe(1);
    expect(said).toContain('warehouse: column "nothing" does not exist');
    expect(said).not.toContain('secret-word');
    const kept = readdirSync(join(folder, 'output/.cache/queries')).map((name) =>
      readFileSync(join(folder, 'output/.cache/queries', name), 'utf8'),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.join('')).not.toContain('secret-word');
  });

  it.each([
    ['a statement that writes', 'delete from sales', 'this SQL does more than read'],
    [
      'a select that writes',
      'with gone as (delete from sales returning 1) select * from gone',
      'this SQL does more than read',
    ],
    ['a function that writes', "select nextval('counter')", 'does more than read'],
    ['a second statement', 'select 1 as a; delete from sales', 'cannot insert multiple commands'],
    ['a way out of the transaction', 'select 1 as a; commit; delete from sales', 'cannot insert multiple commands'],
    ['what never ends', 'select pg_sleep(100)', 'gave no answer within 3 s'],
    ['too many rows', 'select n from generate_series(1, 200000) n', 'gives more than 100000 rows'],
  ])(
    'refuses %s',
    (_, text, says) => {
      sql('create sequence if not exists counter; grant all on counter to reader');
      writeReport('bad', text);
      const { status, said } = briefkit('build', 'bad');
      expect(said).toContain(says);
      expect(status).toBe(1);
      expect(sql('select count(*) from sales')).toBe('4');
    },
    60_000,
  );
});

describe('a watch', () => {
  it('builds again on NOTIFY', async () => {
    const watching = spawn(process.execPath, [command, 'watch', 'r', '--every', '600'], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    watching.stdout.on('data', (text: Buffer) => (said += text.toString()));
    const waits = async (count: number): Promise<void> => {
      while (said.split('Waiting for a change').length <= count) await new Promise((next) => setTimeout(next, 100));
    };
    await waits(1);
    // It listens a moment after it has built.
    await new Promise((next) => setTimeout(next, 1500));
    sql("update sales set amount = 30 where region = 'South' and year = 2024; notify briefkit");
    await waits(2);
    watching.kill('SIGTERM');
    expect(textOf('output/r/briefing.pdf')).toContain('USD 42.50 million');
  }, 60_000);
});

describe('a server that is gone', () => {
  it('leaves its last answer with a warning, and an error where warnings are', async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.removeAllListeners('exit');
    server.once('exit', () => undefined);
    const exit = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await Promise.race([exit, ended]);
    const { status, said } = briefkit('build', 'r');
    expect(said).toContain('the source "warehouse" cannot be asked');
    expect(said).toContain('its last answer stands');
    expect(said).not.toContain('secret-word');
    expect(status).toBe(0);
    expect(textOf('output/r/briefing.pdf')).toContain('USD 42.50 million');
    expect(briefkit('build', 'r', '--strict').status).toBe(1);
  }, 60_000);

  it('is not asked offline', () => {
    const { status, said } = briefkit('build', 'r', '--offline');
    expect(status).toBe(0);
    expect(said).not.toContain('warning');
    writeReport('new', 'select 1 as x');
    expect(briefkit('build', 'new', '--offline').said).toContain('there is no earlier answer');
  });

  it('that was never asked is told with what to look at', () => {
    writeReport('new', 'select 2 as x');
    const { status, said } = briefkit('build', 'new');
    expect(status).toBe(1);
    expect(said).toContain('the source "warehouse" cannot be asked');
  });
});
