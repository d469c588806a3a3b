/** The layouts of a template on which slides can land: those that would be chosen, and those that a mapping names. */
import { homeLook } from './home-look.js';
import type { Mapping } from './mapping.js';
import { layoutNeeds, rankLayouts } from './score-layouts.js';
import type { Template, TemplateLayout } from './template.js';

export function layoutsInUse(template: Template, mapping: Mapping): ReadonlySet<TemplateLayout> {
  const { home } = homeLook(template);
  const chosen = layoutNeeds.flatMap((need) => rankLayouts(template, need, home).slice(0, 1));
  const asked = Object.values(mapping).flatMap(({ layout }) =>
    layout === undefined ? [] : [template.layouts[layout]!],
  );
  return new Set([...chosen.map(({ room }) => room.layout), ...asked]);
}
