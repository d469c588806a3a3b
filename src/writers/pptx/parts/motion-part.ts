/** How a slide comes and what of it comes later: `p:transition` and `p:timing` (ISO 29500-1, 19.5). */
import type { Transition } from '../../../model/theme.js';
import { assertNever } from '../../../model/assert-never.js';
import type { BuildPlan, SlidePlan } from '../plan/deck-plan.js';
import { element, fragment, setting, textElement, type Attributes, type Content, type Xml } from '../../xml/element.js';

const effects: Readonly<Record<Transition, Xml>> = {
  fade: element('p:fade'),
  push: element('p:push', { dir: 'l' }),
  wipe: element('p:wipe', { dir: 'l' }),
  cover: element('p:cover', { dir: 'l' }),
  cut: element('p:cut'),
};

/** Both stand behind the slide's content, in this order; empty where nothing moves. */
export const motionXml = ({ transition, builds }: Pick<SlidePlan, 'transition' | 'builds'>): Xml =>
  fragment(
    transition !== null && element('p:transition', { spd: 'med' }, effects[transition]),
    builds.length > 0 && timing(builds),
  );

/** Shapes count from 2: 1 is the group of all. */
const shapeId = (index: number): number => index + 2;

/** What a click shows: a part of a shape, as the target of an effect. */
interface Target {
  readonly shape: number;
  readonly part: Xml;
}

/** A list of targets is one click. */
function clicksOf(build: BuildPlan): readonly (readonly Target[])[] {
  const { shape } = build;
  switch (build.kind) {
    case 'paragraphs':
      return build.steps.map(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_none, offset) => ({
          shape,
          part: element('p:txEl', {}, element('p:pRg', { st: first + offset, end: first + offset })),
        })),
      );
    // Axes and legend stand from the start; −4 is all categories.
    case 'series':
      return Array.from({ length: build.count }, (_none, series) => [
        {
          shape,
          part: element(
            'p:graphicEl',
            {},
            element('a:chart', { seriesIdx: series, categoryIdx: -4, bldStep: 'series' }),
          ),
        },
      ]);
    default:
      return assertNever(build);
  }
}

function timing(builds: readonly BuildPlan[]): Xml {
  // 1 is the root and 2 the sequence of clicks.
  let id = 2;
  const nextId = (): number => ++id;
  const clicks = builds.flatMap(clicksOf).map((targets) => clickXml(targets, nextId));
  const sequence = element(
    'p:seq',
    { concurrent: 1, nextAc: 'seek' },
    timeNode({ id: 2, dur: 'indefinite', nodeType: 'mainSeq' }, children(clicks)),
    element('p:prevCondLst', {}, slideEvent('onPrev')),
    element('p:nextCondLst', {}, slideEvent('onNext')),
  );
  const root = { id: 1, dur: 'indefinite', restart: 'never', nodeType: 'tmRoot' };
  return element(
    'p:timing',
    {},
    element('p:tnLst', {}, element('p:par', {}, timeNode(root, children(sequence)))),
    element('p:bldLst', {}, builds.map(buildXml)),
  );
}

const timeNode = (attributes: Attributes, ...content: readonly Content[]): Xml =>
  element('p:cTn', attributes, ...content);

const children = (...content: readonly Content[]): Xml => element('p:childTnLst', {}, ...content);

const slideEvent = (evt: string): Xml =>
  element('p:cond', { evt, delay: 0 }, element('p:tgtEl', {}, element('p:sldTgt')));

const begins = (delay: number | 'indefinite'): Xml => element('p:stCondLst', {}, element('p:cond', { delay }));

/** Two nested groups, as PowerPoint writes them: the click, then what begins together. */
function clickXml(targets: readonly Target[], nextId: () => number): Xml {
  const [click, together] = [nextId(), nextId()];
  const shown = targets.map((target, index) => appearXml(target, index === 0 ? 'clickEffect' : 'withEffect', nextId));
  const group = timeNode({ id: together, fill: 'hold' }, begins(0), children(shown));
  return element(
    'p:par',
    {},
    timeNode({ id: click, fill: 'hold' }, begins('indefinite'), children(element('p:par', {}, group))),
  );
}

/** Preset 1 of the entrances is Appear. */
const appears = { presetID: 1, presetClass: 'entr', presetSubtype: 0, fill: 'hold', grpId: 0 };

function appearXml({ shape, part }: Target, nodeType: string, nextId: () => number): Xml {
  const [effect, behaviour] = [nextId(), nextId()];
  const visible = element(
    'p:set',
    {},
    element(
      'p:cBhvr',
      {},
      timeNode({ id: behaviour, dur: 1, fill: 'hold' }, begins(0)),
      element('p:tgtEl', {}, element('p:spTgt', { spid: shapeId(shape) }, part)),
      element('p:attrNameLst', {}, textElement('p:attrName', 'style.visibility')),
    ),
    element('p:to', {}, setting('p:strVal', 'visible')),
  );
  return element('p:par', {}, timeNode({ id: effect, ...appears, nodeType }, begins(0), children(visible)));
}

const buildXml = ({ kind, shape }: BuildPlan): Xml =>
  kind === 'paragraphs'
    ? element('p:bldP', { spid: shapeId(shape), grpId: 0, build: 'p' })
    : element(
        'p:bldGraphic',
        { spid: shapeId(shape), grpId: 0 },
        element('p:bldSub', {}, element('a:bldChart', { bld: 'series', animBg: 0 })),
      );
