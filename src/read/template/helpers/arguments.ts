/** What helpers read from their arguments, with a diagnostic where it is of the wrong kind. */
import { blockInText, notAText, wrongArguments } from '../../../diagnostics/messages.js';
import type { DraftBlock, DraftInline } from '../../../model/document.js';
import { RichBlocks, RichInlines, valueInlines } from '../../markdown/rich-value.js';
import type { Argument, HelperCall } from '../helper.js';

/** The first argument as an id; null and a diagnostic where it is no text. */
export function idArgument(call: HelperCall, expects: string): string | null {
  const [first] = call.params;
  if (typeof first?.value === 'string') return first.value;
  call.run.tell(wrongArguments(call.name, expects, first?.span ?? call.span));
  return null;
}

/** All arguments as ids; a list gives each of its own. */
export function idArguments(call: HelperCall, expects: string): readonly string[] {
  return call.params.flatMap(({ value, span }) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (values.every((item) => typeof item === 'string')) return values as readonly string[];
    call.run.tell(wrongArguments(call.name, expects, span));
    return [];
  });
}

export function textOption(call: HelperCall, name: string): string | null {
  const option = call.options.get(name);
  return option === undefined ? null : String(option.value);
}

export function numberOption(call: HelperCall, name: string): number | null {
  const option = call.options.get(name);
  return option === undefined ? null : Number(option.value);
}

/** Options that are plain values, as a reference keeps them. */
export function plainOptions(call: HelperCall): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    [...call.options]
      .filter(([, { value }]) => typeof value !== 'object')
      .map(([name, { value }]) => [name, value as string | number | boolean]),
  );
}

/** An option of text, Words or nodes as inlines; empty where it is not given. */
export function inlineOption(call: HelperCall, name: string): readonly DraftInline[] {
  const option = call.options.get(name);
  return option === undefined ? [] : inlinesOf(call, option, `the ${name} of {{#${call.name}}}`);
}

/** A value as inlines. */
function inlinesOf(call: HelperCall, { value, span }: Argument, where: string): readonly DraftInline[] {
  const rich =
    typeof value === 'object' && value !== null && !(value instanceof RichInlines) && !(value instanceof RichBlocks)
      ? call.run.data.words(value)
      : value;
  if (rich instanceof RichInlines) return rich.inlines;
  if (rich instanceof RichBlocks)
    return rich.blocks.flatMap((block, index) => paragraphInlines(call, block, index > 0, where));
  if (rich !== null && typeof rich !== 'object') return valueInlines(String(rich), span);
  call.run.tell(notAText(Array.isArray(value) ? 'a list' : 'a thing with fields', span));
  return [];
}

function paragraphInlines(call: HelperCall, block: DraftBlock, later: boolean, where: string): readonly DraftInline[] {
  if (block.kind === 'paragraph') return later ? [{ kind: 'break' }, ...block.inlines] : block.inlines;
  call.run.tell(blockInText(block.kind === 'block-reference' ? block.what : block.kind, where, call.made));
  return [];
}
