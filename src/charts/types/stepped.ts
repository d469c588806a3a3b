/** Stepped lines: what holds until it changes. PowerPoint has none, so a deck shows it as a picture. */
import { lineType } from '../families/lines.js';

export const stepped = lineType('stepped');
