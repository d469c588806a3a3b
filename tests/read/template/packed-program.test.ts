import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../../src/read/source/source-text.js';
import { packedProgramOf, unpackProgram, type PackedProgram } from '../../../src/read/template/packed-program.js';
import { parseTemplate } from '../../../src/read/template/parse-template.js';
import { projectFolder } from '../../cli/recording-world.js';

const templates = join(projectFolder, 'templates');
const files = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.hbs'));

const silent = (): void => undefined;
const againOf = (text: string, file: string): unknown =>
  unpackProgram(JSON.parse(JSON.stringify(packedProgramOf(text))) as PackedProgram, fileText(file, text));

describe('a template that was packed', () => {
  it.each(files)('is the parsed one again, with its places: %s', (file) => {
    const text = readFileSync(join(templates, file), 'utf8');
    expect(againOf(text, file)).toStrictEqual(parseTemplate(fileText(file, text), silent)?.program);
  });

  it('keeps all that a template can say', () => {
    const text = [
      '{{#each (sorted rows by="name" down=true top=3) as |row index|}}{{row.name}}\u3000{{@index}}{{else}}none{{/each}}',
      '{{^if ../plain}}{{helper null undefined this.a "x" -1.5}}{{/if}}',
      '{{> part title="t"}}{{#> frame}}inside{{/frame}}{{#*inline "own"}}{{{raw}}}{{/inline}}{{!-- a note --}}',
    ].join('\n');
    expect(againOf(text, 'a.hbs')).toStrictEqual(parseTemplate(fileText('a.hbs', text), silent)?.program);
  });

  it('is none where something would be told of it', () => {
    expect(packedProgramOf('{{#if a}}')).toBeNull();
  });
});
