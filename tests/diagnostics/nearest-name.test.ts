import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/diagnostics/nearest-name.js';

describe('the nearest name', () => {
  const known = ['gdp.growth', 'income.urban', 'income.rural'];

  it('is the one with the fewest letters to change', () => {
    expect(nearestName('gdp.grwth', known)).toBe('gdp.growth');
    expect(nearestName('income.rurla', known)).toBe('income.rural');
  });

  it('does not mind capitals', () => {
    expect(nearestName('GDP.Growth', known)).toBe('gdp.growth');
  });

  it('is none where nothing is near', () => {
    expect(nearestName('weather', known)).toBeNull();
    expect(nearestName('x', [])).toBeNull();
  });

  it('works for Chinese names', () => {
    expect(nearestName('标题与图', ['标题与图表', '封面'])).toBe('标题与图表');
  });
});
