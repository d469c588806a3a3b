/** A chart with its words: on slides the title stands above it, on paper its numbered caption stands below. */
import { partName } from '../../locale/part-words.js';
import { measureLine, saysUnit } from '../../locale/chart-words.js';
import { inBrackets } from '../../locale/language.js';
import { revisedWord, semicolon } from '../../locale/change-words.js';
import { chartKindRow } from '../../model/chart-kinds.js';
import type { ChartBlock, Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { layCaption } from '../galley/caption.js';
import { layFigureFrame } from '../galley/figure-frame.js';
import { isCrowdedAt, leastPaperPlot } from '../galley/least-plot.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { paragraphBlock, setRuns } from '../galley/text-block.js';

/** Lower than this, in pt, labels of a chart run into each other. */
const leastPlotHeight = ({ medium, theme }: BlockContext): Pt => (medium === theme.paper ? leastPaperPlot.height : 0);

/** A label of a chart has no room for what it was: that is said below. */
const revisedPoints = ({ chart, span }: ChartBlock, { showsStruck, language }: BlockContext): readonly Inline[] => {
  if (showsStruck !== true) return [];
  const points = chart.series.flatMap(({ points: all }) =>
    all.flatMap(({ revision, label, figure }, index) =>
      revision === undefined || figure === null
        ? []
        : [{ revision, label, figure, category: chart.categories[index] ?? '' }],
    ),
  );
  return points.flatMap(({ revision, label, figure, category }, index): Inline[] => [
    { kind: 'value', text: `${index === 0 ? revisedWord(language) : semicolon(language)}${category} `, span },
    { kind: 'figure', id: figure, part: 'full', text: label, span, revision },
  ]);
};

/** An author's own caption, with the unit that the title would have said. */
function withUnit({ caption, chart, span }: ChartBlock): readonly Inline[] {
  const { measured } = chart;
  const said = caption.map((inline) => ('text' in inline ? inline.text : '')).join('');
  if (measured === undefined || saysUnit(said, measured)) return caption;
  return [...caption, { kind: 'value', text: inBrackets(measured, said), span }];
}

/** The chart's title with its unit; figures in it are figures, whose places are known. */
function titleLine({ chart, titled, isTitled, span }: ChartBlock): readonly Inline[] {
  if (isTitled === true) return chart.measured === undefined ? [] : [{ kind: 'value', text: chart.measured, span }];
  const line = measureLine(chart);
  if (line === '') return [];
  if (titled === undefined || !line.startsWith(chart.title)) return [{ kind: 'value', text: line, span }];
  const unit = line.slice(chart.title.length);
  return unit === '' ? titled : [...titled, { kind: 'value', text: unit, span }];
}

export const layChart = (block: ChartBlock, width: Pt, context: BlockContext): LaidBlock => {
  const figure = context.structure.add('Figure', context.parent, { alt: block.chart.alt });
  const captionTag = context.structure.add('Caption', figure);
  const number = context.numberOf(block);
  const titleStyle = styleOf(context, 'chart-title', 'caption');
  const line = titleLine(block);
  const title =
    number !== null || line.length === 0
      ? null
      : paragraphBlock(
          setRuns(inlineRuns(line, runStyle(titleStyle), context), titleStyle, width, context, captionTag),
          width,
          partName('chart-title', context.language, block.chart.title),
        );
  const ownWords =
    block.caption.length > 0 ? (number === null ? block.caption : withUnit(block)) : number === null ? [] : line;
  const caption = layCaption(
    { number, caption: ownWords, source: block.source, changes: revisedPoints(block, context) },
    width,
    context,
    captionTag,
  );
  const leading = styleOf(context, 'caption').lineHeight;
  const natural = Math.max(leastPlotHeight(context), Math.min(width * chartKindRow(block.chart.kind).shape, 220));
  return layFigureFrame(
    {
      id: block.chart.id,
      above: title,
      below: caption,
      width,
      natural,
      least: Math.max(leastPlotHeight(context), Math.min(natural, width * 0.34)),
      most: Math.max(natural * 1.6, leastPlotHeight(context)),
      ...(context.room === undefined && {
        leavesOut: (height: Pt) => isCrowdedAt(block, { width, height }, context),
      }),
      draw: (box) => [
        {
          kind: 'chart',
          name: partName('chart', context.language, block.chart.title),
          tag: figure,
          chart: block.chart,
          box,
          fontSize: styleOf(context, 'chart-label', 'caption').size,
        },
      ],
    },
    leading,
    context,
  );
};
