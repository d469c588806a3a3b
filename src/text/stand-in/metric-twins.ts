/**
 * Fonts whose letters are made as wide as those of a font that few machines may have: text set in one breaks as in the
 * other. By the design of these fonts; fontconfig's list of metric-compatible families (30-metric-aliases.conf) says
 * the same.
 */
export const metricTwins: Readonly<Record<string, readonly string[]>> = {
  arial: ['Liberation Sans', 'Arimo', 'Helvetica', 'Nimbus Sans'],
  helvetica: ['Nimbus Sans', 'Liberation Sans', 'Arimo', 'Arial'],
  'arial narrow': ['Liberation Sans Narrow'],
  'times new roman': ['Liberation Serif', 'Tinos', 'Times', 'Nimbus Roman'],
  times: ['Nimbus Roman', 'Liberation Serif', 'Tinos', 'Times New Roman'],
  'courier new': ['Liberation Mono', 'Cousine', 'Courier'],
  calibri: ['Carlito'],
  // Lighter strokes, nearly the same widths.
  'calibri light': ['Carlito'],
  cambria: ['Caladea'],
  georgia: ['Gelasio'],
  'segoe ui': ['Selawik'],
  'palatino linotype': ['P052', 'TeX Gyre Pagella'],
  'century schoolbook': ['C059', 'TeX Gyre Schola'],
  'bookman old style': ['URW Bookman', 'TeX Gyre Bonum'],
};
