/** What comes with briefkit. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnTemplate, ownBundles } from '../../src/project/package-folder.js';

describe('isOwnTemplate', () => {
  it('knows every bundle that lies in templates/', () => {
    const there = readdirSync('templates').filter((name) => existsSync(join('templates', name, 'bundle.yaml')));
    expect([...ownBundles].sort()).toEqual(there.sort());
  });

  it('takes no bundle beside a report for one of them', () => {
    expect(isOwnTemplate('../lib/templates/newspaper/page.hbs', ['.', '../lib'])).toBe(true);
    expect(isOwnTemplate('templates/newspaper/page.hbs', ['.', '../lib'])).toBe(false);
    expect(isOwnTemplate('templates/mine/page.hbs', ['.'])).toBe(false);
  });
});
