/** The labels of a series (ISO 29500-1, 21.2.2.49 dLbls). */
import type { NativeLabel, NativePlot, NativeSeries } from '../../../model/native-chart.js';
import { element, fragment, setting, textElement, type Xml } from '../../xml/element.js';
import { bareShape, richTextXml, textLookXml } from './drawing-ml.js';

export function labelsXml(kind: NativePlot['kind'], series: NativeSeries): Xml {
  const { labels, values } = series;
  const leaders = leadersXml(kind, labels);
  const none = fragment(bareShape, shows({}), leaders);
  const [first] = labels;
  if (first === undefined) return element('c:dLbls', {}, none);
  const numbers = values.filter((value) => value !== null).length;
  const look = lookXml(first);
  // One look for all: then a point that is added in PowerPoint has its label too.
  const alike =
    labels.length === numbers &&
    labels.every((label) => label.text === null && label.offset === null && lookXml(label) === look);
  return alike ? element('c:dLbls', {}, look, leaders) : element('c:dLbls', {}, labels.map(labelXml), none);
}

/** A label that was moved beside its slice or point needs no line to it. */
function leadersXml(kind: NativePlot['kind'], labels: readonly NativeLabel[]): Xml | null {
  if (kind === 'pie' || kind === 'doughnut') return setting('c:showLeaderLines', 0);
  return labels.some((label) => label.offset !== null) ? noLeaders : null;
}

/** Other kinds than pies have lines to their labels by an extension of Office 2013 only. */
const noLeaders = element(
  'c:extLst',
  {},
  element(
    'c:ext',
    {
      uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}',
      'xmlns:c15': 'http://schemas.microsoft.com/office/drawing/2012/chart',
    },
    setting('c15:showLeaderLines', 0),
  ),
);

const labelXml = (label: NativeLabel): Xml =>
  element(
    'c:dLbl',
    {},
    setting('c:idx', label.index),
    label.offset !== null && offsetXml(label.offset),
    label.text !== null && richTextXml(label.text, label),
    lookXml(label),
  );

const offsetXml = ({ x, y }: NonNullable<NativeLabel['offset']>): Xml =>
  element('c:layout', {}, element('c:manualLayout', {}, setting('c:x', x.toFixed(5)), setting('c:y', y.toFixed(5))));

/** What all labels of a series may have in common. */
const lookXml = (label: NativeLabel): Xml =>
  fragment(
    label.format !== null && element('c:numFmt', { formatCode: label.format, sourceLinked: 0 }),
    bareShape,
    textLookXml(label),
    label.position !== null && setting('c:dLblPos', label.position),
    shows({
      value: label.says === 'value' || label.says === 'category-value',
      category: label.says === 'category' || label.says === 'category-value',
      series: label.says === 'series',
    }),
    label.says === 'category-value' && textElement('c:separator', '\n'),
  );

interface Shown {
  readonly value?: boolean;
  readonly category?: boolean;
  readonly series?: boolean;
}

const shows = ({ value = false, category = false, series = false }: Shown): Xml =>
  fragment(
    setting('c:showLegendKey', 0),
    setting('c:showVal', value),
    setting('c:showCatName', category),
    setting('c:showSerName', series),
    setting('c:showPercent', 0),
    setting('c:showBubbleSize', 0),
  );
