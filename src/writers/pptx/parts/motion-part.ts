/** How a slide comes and what of it comes later: `p:transition` and `p:timing` (ISO 29500-1, 19.5). */
import type { Transition } from '../../../model/theme.js';
import { assertNever } from '../../../model/assert-never.js';
import type { BuildPlan, SlidePlan } from '../plan/deck-plan.js';

const effects: Readonly<Record<Transition, string>> = {
  fade: '<p:fade/>',
  push: '<p:push dir="l"/>',
  wipe: '<p:wipe dir="l"/>',
  cover: '<p:cover dir="l"/>',
  cut: '<p:cut/>',
};

/** Both stand behind the slide's content, in this order; empty where nothing moves. */
export const motionXml = ({ transition, builds }: Pick<SlidePlan, 'transition' | 'builds'>): string =>
  (transition === null ? '' : `<p:transition spd="med">${effects[transition]}</p:transition>`) +
  (builds.length === 0 ? '' : timing(builds));

/** Shapes count from 2: 1 is the group of all. */
const shapeId = (index: number): number => index + 2;

/** What a click shows: a part of a shape, as the target of an effect. */
interface Target {
  readonly shape: number;
  readonly part: string;
}

/** A list of targets is one click. */
function clicksOf(build: BuildPlan): readonly (readonly Target[])[] {
  const { shape } = build;
  switch (build.kind) {
    case 'paragraphs':
      return build.steps.map(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_none, offset) => ({
          shape,
          part: `<p:txEl><p:pRg st="${first + offset}" end="${first + offset}"/></p:txEl>`,
        })),
      );
    // Axes and legend stand from the start; −4 is all categories.
    case 'series':
      return Array.from({ length: build.count }, (_none, series) => [
        {
          shape,
          part: `<p:graphicEl><a:chart seriesIdx="${series}" categoryIdx="-4" bldStep="series"/></p:graphicEl>`,
        },
      ]);
    default:
      return assertNever(build);
  }
}

function timing(builds: readonly BuildPlan[]): string {
  // 1 is the root and 2 the sequence of clicks.
  let id = 2;
  const nextId = (): number => ++id;
  const clicks = builds
    .flatMap(clicksOf)
    .map((targets) => clickXml(targets, nextId))
    .join('');
  return (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>' +
    `<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>${clicks}</p:childTnLst></p:cTn>` +
    `<p:prevCondLst>${slideEvent('onPrev')}</p:prevCondLst><p:nextCondLst>${slideEvent('onNext')}</p:nextCondLst></p:seq>` +
    `</p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst>${builds.map(buildXml).join('')}</p:bldLst></p:timing>`
  );
}

const slideEvent = (name: string): string => `<p:cond evt="${name}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>`;

const begins = (delay: string): string => `<p:stCondLst><p:cond delay="${delay}"/></p:stCondLst>`;

/** Two nested groups, as PowerPoint writes them: the click, then what begins together. */
function clickXml(targets: readonly Target[], nextId: () => number): string {
  const [click, together] = [nextId(), nextId()];
  const shown = targets
    .map((target, index) => appearXml(target, index === 0 ? 'clickEffect' : 'withEffect', nextId))
    .join('');
  return (
    `<p:par><p:cTn id="${click}" fill="hold">${begins('indefinite')}<p:childTnLst>` +
    `<p:par><p:cTn id="${together}" fill="hold">${begins('0')}<p:childTnLst>${shown}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>`
  );
}

/** Preset 1 of the entrances is Appear. */
function appearXml({ shape, part }: Target, node: string, nextId: () => number): string {
  const [effect, behaviour] = [nextId(), nextId()];
  return (
    `<p:par><p:cTn id="${effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" nodeType="${node}">${begins('0')}<p:childTnLst>` +
    `<p:set><p:cBhvr><p:cTn id="${behaviour}" dur="1" fill="hold">${begins('0')}</p:cTn><p:tgtEl><p:spTgt spid="${shapeId(shape)}">${part}</p:spTgt></p:tgtEl>` +
    '<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
  );
}

const buildXml = ({ kind, shape }: BuildPlan): string =>
  kind === 'paragraphs'
    ? `<p:bldP spid="${shapeId(shape)}" grpId="0" build="p"/>`
    : `<p:bldGraphic spid="${shapeId(shape)}" grpId="0"><p:bldSub><a:bldChart bld="series" animBg="0"/></p:bldSub></p:bldGraphic>`;
