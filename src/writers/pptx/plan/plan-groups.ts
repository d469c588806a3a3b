/** Groups of a slide: shapes that belong together on their page and stand behind each other in its order. */
import { partName } from '../../../locale/part-words.js';
import type { Box } from '../../../model/length.js';
import type { PageItem } from '../../../model/page.js';
import type { GroupPlan, ShapePlan } from './deck-plan.js';

/**
 * @param from index among the slide's shapes of the first item's.
 * @param guidOf the `a16:creationId` of what is called so on this slide.
 */
export function planGroups(
  items: readonly PageItem[],
  shapes: readonly ShapePlan[],
  { from, language, guidOf }: GroupPlace,
): readonly GroupPlan[] {
  return runsOf(items).flatMap(([first, last]): readonly GroupPlan[] => {
    const own = shapes.slice(from + first, from + last + 1);
    if (own.length < 2 || !own.every(mayBeGrouped)) return [];
    const name = partName('group', language, own[0]!.name);
    return [{ first: from + first, last: from + last, name, guid: guidOf(` ${name}`), box: around(own) }];
  });
}

export interface GroupPlace {
  readonly from: number;
  readonly language: string;
  readonly guidOf: (name: string) => string;
}

/** The first and the last of each. */
function runsOf(items: readonly PageItem[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  items.forEach(({ group }, index) => {
    const open = runs.at(-1);
    if (group === 'begins') runs.push([index, index]);
    else if (group === 'goes-on' && open !== undefined && open[1] === index - 1) open[1] = index;
  });
  return runs;
}

/** PowerPoint groups neither tables nor what fills a placeholder; a chart's series could not come one by one. */
const mayBeGrouped = (shape: ShapePlan): boolean => {
  switch (shape.kind) {
    case 'text':
    case 'picture':
      return shape.placeholder === null;
    case 'geometry':
    case 'sketch':
      return true;
    case 'chart':
    case 'table':
      return false;
  }
};

function around(shapes: readonly ShapePlan[]): Box {
  const boxes = shapes.map(({ box }) => box);
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
