import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packedTreeOf, unpackTree, type PackedTree } from '../../../src/read/data/packed-tree.js';
import { readYamlTree } from '../../../src/read/data/yaml-tree.js';
import { fileText } from '../../../src/read/source/source-text.js';
import { projectFolder } from '../../cli/recording-world.js';

const templates = join(projectFolder, 'templates');
const files = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));

describe('a YAML tree that was packed', () => {
  it.each(files)('is the parsed one again: %s', (file) => {
    const text = readFileSync(join(templates, file), 'utf8');
    const packed = JSON.parse(JSON.stringify(packedTreeOf(text))) as PackedTree;
    expect(unpackTree(packed)).toEqual(readYamlTree(fileText('', text), () => undefined));
  });

  it('is none where something would be told of it', () => {
    expect(packedTreeOf('a: [1')).toBeNull();
    expect(packedTreeOf('a: 1\na: 2')).toBeNull();
  });
});
