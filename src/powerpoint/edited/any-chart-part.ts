/** The part of an edited chart, be it of before 2016 or of since. */
import type { XmlElement } from '../xml/parse-xml.js';
import { readChart, type EditedChart } from './chart-part.js';
import { readExtendedChart } from './extended-part.js';

export const readAnyChart = (root: XmlElement): EditedChart =>
  root.name === 'cx:chartSpace' ? readExtendedChart(root) : readChart(root);
