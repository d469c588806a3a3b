/** Says of a shape that it is decoration and nothing else of it. */
import { element } from '../../xml/element.js';
import { decorativeExtension } from './shape-extensions.js';

export const decorativeMark = element('a:extLst', {}, decorativeExtension);
