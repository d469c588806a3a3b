/** A template as a report names it: opened, with its mapping and the sample slides that stay. */
import {
  damagedTemplateParts,
  missingTemplate,
  placeholderWithoutLayout,
  unknownPlaceholder,
  unknownSampleSlide,
  unknownSlideBefore,
  unknownTemplateLayout,
  unusableTemplate,
} from '../../diagnostics/template-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { LandingSpec, TemplateSpec } from '../../model/report.js';
import type { LayoutMapping, Mapping } from './mapping.js';
import { readTemplate } from './read-template.js';
import { layoutLabel, type SampleSlide, type Template } from './template.js';

export interface OpenedTemplate {
  readonly spec: TemplateSpec;
  readonly template: Template;
  readonly mapping: Mapping;
  /** In their order; those that stand before the report's slides, and those behind them. */
  readonly kept: { readonly before: readonly SampleSlide[]; readonly after: readonly SampleSlide[] };
}

/** Null, and told, where the file cannot be used. */
export function openTemplate(
  spec: TemplateSpec,
  read: (path: string) => Uint8Array | null,
  tell: Tell,
): OpenedTemplate | null {
  const bytes = read(spec.file);
  if (bytes === null) {
    tell(missingTemplate(spec.file, spec.span));
    return null;
  }
  const template = readTemplate(bytes);
  if (typeof template === 'string') {
    tell(unusableTemplate(spec.file, template, spec.span));
    return null;
  }
  if (template.damaged.length > 0) tell(damagedTemplateParts(spec.file, template.damaged, spec.span));
  return { spec, template, mapping: readMapping(spec.mapping, template, tell), kept: keptSlides(spec, template, tell) };
}

const readMapping = (specs: readonly LandingSpec[], template: Template, tell: Tell): Mapping =>
  Object.fromEntries(specs.map((spec) => [spec.layout, readLanding(spec, template, tell)]));

function readLanding(
  { layout: own, target, placeholders }: LandingSpec,
  template: Template,
  tell: Tell,
): LayoutMapping {
  const [first] = placeholders;
  if (target === null && first !== undefined) tell(placeholderWithoutLayout(own, first.span));
  if (target === null) return { placeholders: {} };
  const labels = template.layouts.map(layoutLabel);
  const folded = labels.map((label) => label.toLowerCase());
  const exact = labels.indexOf(target.name);
  const layout = exact >= 0 ? exact : folded.indexOf(target.name.toLowerCase());
  if (layout < 0) {
    tell(unknownTemplateLayout(target.name, labels, nearestName(target.name, labels), target.span));
    return { placeholders: {} };
  }
  const chosen = template.layouts[layout]!;
  const indices = placeholders.flatMap(({ region, placeholder, span }) => {
    const found = chosen.placeholders.find(
      ({ name, index }) => name === placeholder || String(index) === placeholder.trim(),
    );
    if (found !== undefined) return [[region, found.index] as const];
    const known = chosen.placeholders.map(({ name, index }) => `"${name}" (${index})`);
    tell(unknownPlaceholder(placeholder, labels[layout]!, known, span));
    return [];
  });
  return { layout, placeholders: Object.fromEntries(indices) };
}

/**
 * `first` stands before the report's slides and `last` behind them; others on the side of the middle where they stood.
 */
function keptSlides({ keep, into }: TemplateSpec, { slides }: Template, tell: Tell): OpenedTemplate['kept'] {
  if (into !== undefined) {
    const last = into.behind === null ? slides.length - 1 : placeOfTitle(into.behind, slides);
    if (last < 0 && into.behind !== null) {
      const titles = slides.map(({ title }) => title).filter((title) => title !== '');
      tell(unknownSlideBefore(into.behind, titles, nearestName(into.behind, titles)));
    }
    return { before: slides.slice(0, last + 1), after: slides.slice(last + 1) };
  }
  const before = new Set<number>();
  const after = new Set<number>();
  for (const { name, span } of keep) {
    const indices = indicesOf(name, slides);
    if (indices.length === 0)
      tell(
        unknownSampleSlide(
          name,
          slides.map(({ title }) => `"${title}"`),
          span,
        ),
      );
    for (const index of indices) (name === 'last' || index >= slides.length / 2 ? after : before).add(index);
  }
  const inOrder = (chosen: ReadonlySet<number>): readonly SampleSlide[] =>
    slides.filter((_, index) => chosen.has(index));
  return { before: inOrder(before), after: inOrder(after) };
}

/** By its title, whatever spaces and letters' case; -1 for none. */
function placeOfTitle(title: string, slides: readonly SampleSlide[]): number {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const exact = slides.findIndex((slide) => slide.title === title);
  return exact >= 0 ? exact : slides.findIndex((slide) => plain(slide.title) === plain(title));
}

function indicesOf(name: string, slides: readonly SampleSlide[]): readonly number[] {
  if (name === 'all') return [...slides.keys()];
  if (name === 'first') return slides.length === 0 ? [] : [0];
  if (name === 'last') return slides.length === 0 ? [] : [slides.length - 1];
  return [...slides.keys()].filter((index) => slides[index]!.title === name);
}
