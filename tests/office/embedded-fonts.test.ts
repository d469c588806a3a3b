/** Fonts in a deck as somebody else's reader takes them: libeot, by which LibreOffice reads such fonts. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openPackage, type OpenedPackage } from '../../src/powerpoint/package/open-package.js';
import { projectFolder } from '../cli/recording-world.js';
import { runTool } from './office-tools.js';

const folder = mkdtempSync(join(tmpdir(), 'briefkit-embed-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `EOT2ttf_buffer` of libeot's eot.h; the struct it fills is smaller than the room that it is given. */
const unwrap = `
import ctypes, sys
lib = ctypes.CDLL("libeot.so.0")
lib.EOT2ttf_buffer.argtypes = [ctypes.c_char_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
data = open(sys.argv[1], "rb").read()
room, out, size = (ctypes.c_char * 65536)(), ctypes.POINTER(ctypes.c_uint8)(), ctypes.c_uint()
fault = lib.EOT2ttf_buffer(data, len(data), room, ctypes.byref(out), ctypes.byref(size))
if fault != 0: sys.exit("libeot: %d" % fault)
open(sys.argv[2], "wb").write(bytes(out[:size.value]))
`;

it('are read by libeot as fonts of their name, with the characters of the deck', async () => {
  cpSync(join(projectFolder, 'data/cixi-2024'), join(folder, 'report'), { recursive: true });
  const file = join(folder, 'report/report.yaml');
  writeFileSync(file, `embed: true\n${readFileSync(file, 'utf8')}`);
  const cli = join(projectFolder, '.build/cli.js');
  await runTool(process.execPath, cli, 'build', join(folder, 'report'), '--only', 'deck.pptx', '--out', folder);
  const deck = openPackage(new Uint8Array(readFileSync(join(folder, 'deck.pptx')))) as OpenedPackage;
  const fonts = [...deck.parts.keys()].filter((path) => path.endsWith('.fntdata'));
  expect(fonts.length).toBe(2);
  for (const [index, path] of fonts.entries()) {
    const [eot, ttf] = [join(folder, 'font.eot'), join(folder, 'font.ttf')];
    writeFileSync(eot, deck.bytes(path)!);
    await runTool('python3', '-c', unwrap, eot, ttf);
    const said = await runTool('fc-scan', '--format', '%{family}|%{style}|%{charset}', ttf);
    expect(said).toContain(`Noto Sans SC|${index === 0 ? 'Regular' : 'Bold'}|`);
    // 慈 stands on the cover.
    expect(await runTool('fc-query', '--format', '%{charset}', ttf)).toMatch(/6148|61\w\w-61\w\w/);
  }
}, 120_000);
