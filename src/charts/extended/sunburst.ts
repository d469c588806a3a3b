/** The sunburst of PowerPoint 2016: rings of names, within each other. */
import type { ToExtended } from './extended-parts.js';
import { hierarchy } from './treemap.js';

export const sunburst: ToExtended = (chart, place) => hierarchy(chart, place, { layout: 'sunburst', says: 'category' });
