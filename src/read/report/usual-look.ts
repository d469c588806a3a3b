/** The bundle and the theme of a report that names none. */
import type { DataCursor } from '../shape/data-cursor.js';

export const usualBundle = 'annual-briefing';
export const usualTheme = 'celadon';

export const bundleNamed = (root: DataCursor): string => root.at('bundle').text() ?? usualBundle;
export const themeNamed = (root: DataCursor): string => root.at('theme').text() ?? usualTheme;
