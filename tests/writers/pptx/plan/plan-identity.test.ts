/** What a deck says of where its slides were written. */
import { describe, expect, it } from 'vitest';
import { placeInSources } from '../../../../src/writers/pptx/plan/plan-identity.js';

const placeOf = (file: string): string => placeInSources({ file, line: 45, column: 5 });

describe('the place of a slide in its sources', () => {
  it('says nothing of the folders on the machine of who made the deck', () => {
    expect(placeOf('/home/ann/secret/report/report.yaml')).toBe('report.yaml:45:5');
    expect(placeOf('../../reports/2024/narrative/outlook.md')).toBe('outlook.md:45:5');
    expect(placeOf('report.yaml')).toBe('report.yaml:45:5');
  });

  it('names a template from templates/ on, wherever it is installed', () => {
    const name = 'templates/annual-briefing/partials/register-slide.hbs';
    for (const folder of ['', 'node_modules/briefkit/', '../../usr/lib/templates/briefkit/'])
      expect(placeOf(`${folder}${name}`)).toBe(`${name}:45:5`);
  });
});
