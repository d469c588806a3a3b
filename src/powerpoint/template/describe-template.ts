/**
 * A template in words: its layouts with their placeholders, what would land where and why, what cannot be read or is
 * not here. Printed as the lines of report.yaml that say the same: whoever wants it otherwise edits them.
 */
import { contrastOf } from '../look/color.js';
import type { LandedLayout, LandedTemplate } from './landing.js';
import { roleColorXml } from './palette.js';
import { isFurnitureKind } from './read-placeholders.js';
import { doubtful } from './score-layouts.js';
import { layoutLabel, type Template, type TemplateLayout, type TemplatePlaceholder } from './template.js';
import { sizeOf } from './text-style.js';
import { colorSlots } from '../../model/theme.js';

/** @param file as the report would name it. Lengths in pt. */
export function describeTemplate(file: string, landed: LandedTemplate, faces: readonly MeasuredFace[]): string {
  const { template } = landed;
  return [
    ...summary(file, template),
    '',
    'template:',
    `  file: ${quoted(file)}`,
    `  keep: []            # ${keepable(template)}`,
    '  mapping:',
    ...mappingLines(landed),
    '',
    ...fontLines(landed, faces),
    '',
    ...colorLines(landed),
    '',
    '# Layouts, with their placeholders: kind, idx, name, box, size of text.',
    ...template.layouts.flatMap((layout) => layoutLines(layout, template)),
  ].join('\n');
}

const quoted = (text: string): string => JSON.stringify(text);

function summary(file: string, { size, masters, layouts, slides }: Template): readonly string[] {
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  return [
    `# ${file}: slides of ${round(size.width)} × ${round(size.height)} pt, ${count(masters.length, 'master')}, ` +
      `${count(layouts.length, 'layout')}, ${count(slides.length, 'sample slide')}`,
    '# These lines can go into report.yaml as they are; what they leave out is chosen as they say.',
  ];
}

const keepable = ({ slides }: Template): string =>
  slides.length === 0
    ? 'it has no sample slides'
    : `first, last, all, or titles: ${slides.map(({ title }) => quoted(title)).join(', ')}`;

/** One line a layout of the bundle, with what stands for it and what would have to give way. */
function mappingLines({ landed }: LandedTemplate): readonly string[] {
  const plain = [...landed.values()].filter(({ slideLayout, bundleLayout }) => slideLayout.name === bundleLayout);
  const width = Math.max(0, ...plain.map(({ bundleLayout }) => bundleLayout.length));
  return plain.map((layout) => {
    const target = quoted(layoutLabel(layout.target));
    return `    ${`${layout.bundleLayout}:`.padEnd(width + 1)} ${target}  # ${reasonOf(layout)}`;
  });
}

const needs: Readonly<Record<LandedLayout['need'], string>> = {
  cover: 'a cover',
  closing: 'a last slide',
  divider: 'a divider',
  single: 'one place for content',
  pair: 'two places beside each other',
  free: 'free room below a title',
};

function reasonOf({ need, score, placeholders, left }: LandedLayout): string {
  const filled = [...placeholders].map(([region, { kind, index }]) => `${region} in ${kind} ${index}`);
  const doubt = score !== null && score < doubtful[need] ? ' (doubtful)' : '';
  return [
    score === null ? 'as mapped' : `for ${needs[need]}, score ${score.toFixed(2)}${doubt}`,
    ...(filled.length === 0 ? ['no placeholder filled'] : [filled.join(', ')]),
    ...(left.length === 0 ? [] : [`no place for ${left.join(' and ')}`]),
  ].join('; ');
}

/**
 * A face that the template names; what its text is measured with, null for a stand-in of ours; where that was found.
 */
export interface MeasuredFace {
  readonly face: string;
  readonly measured: string | null;
  readonly place: 'machine' | 'package' | 'template' | null;
}

const placeWords = {
  machine: 'on this machine',
  package: 'from a package',
  template: "in the template's file",
} as const;

function fontLines({ template }: LandedTemplate, faces: readonly MeasuredFace[]): readonly string[] {
  const inFile = new Set(template.embeddedFonts);
  return [
    '# Fonts that text is set in, and what measures it.',
    ...faces.map(
      ({ face, measured, place }) =>
        `#   ${face}${inFile.has(face) ? ' (travels in the file)' : ''}: ${
          place === null
            ? 'not here; a stand-in of ours'
            : measured === face
              ? placeWords[place]
              : `not here; ${measured}, as wide, ${placeWords[place]}`
        }`,
    ),
  ];
}

/** Roles of colours as a deck writes them, and text of the template that is too faint on its ground. */
function colorLines(landed: LandedTemplate): readonly string[] {
  const { palette } = landed;
  const written = colorSlots.map(
    (slot) => `#   ${slot.padEnd(9)} ${palette[slot].hex}  ${roleColorXml(palette[slot])}`,
  );
  return ['# Colours by role: as seen, and as a deck on this template writes them.', ...written, ...faintLines(landed)];
}

function faintLines({ template, palette }: LandedTemplate): readonly string[] {
  const faint = template.layouts.flatMap((layout) =>
    layout.placeholders.flatMap((placeholder): readonly string[] => {
      const color = placeholder.levels[0]?.color;
      if (color === undefined || layout.ground.kind !== 'colors') return [];
      const ratio = Math.min(...layout.ground.colors.map((ground) => contrastOf(color, ground)));
      if (ratio >= 4.5) return [];
      return [
        `#   ${layoutLabel(layout)}: ${placeholder.kind} ${placeholder.index}, ${color}, ${ratio.toFixed(1)} to 1`,
      ];
    }),
  );
  return faint.length === 0
    ? []
    : [`# Less than 4.5 to 1 on its ground, where a deck writes ${palette.dk1.hex} instead:`, ...faint];
}

function layoutLines(layout: TemplateLayout, template: Template): readonly string[] {
  const { type, master, uses, ground } = layout;
  const facts = [
    type ?? 'no type',
    ...(template.masters.length > 1 ? [`master ${master + 1}`] : []),
    ...(uses > 0 ? [`on ${uses} sample slide${uses === 1 ? '' : 's'}`] : []),
    ground.kind === 'picture' ? 'on a picture' : `on ${ground.colors[0]}`,
  ];
  return [
    `#   ${quoted(layoutLabel(layout))}: ${facts.join(', ')}`,
    ...layout.placeholders.filter(({ kind }) => !isFurnitureKind(kind)).map(placeholderLine),
  ];
}

function placeholderLine({ kind, index, name, box, levels, vertical }: TemplatePlaceholder): string {
  const place =
    box === null ? 'no box' : `${round(box.x)}, ${round(box.y)}, ${round(box.width)} × ${round(box.height)}`;
  return `#     ${kind} ${index} ${quoted(name)}: ${place}, ${round(sizeOf(levels[0]))} pt${vertical ? ', vertical' : ''}`;
}

const round = (length: number): number => Math.round(length * 10) / 10;
