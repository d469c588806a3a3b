/** Names in a template that no run may meet, since a condition hides them: helpers and partials of every branch. */
import { helperNotHere, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { RunSettings } from './run-template.js';
import type { Template } from './parse-template.js';
import type { Call, Expression, Program, TemplateNode } from './template-nodes.js';

/** Looks through a template and the partials that it calls. */
export function checkTemplate(template: Template, settings: RunSettings, tell: Tell): void {
  checkOnce(template, { settings, tell, seen: new Set(), inline: new Set(['@partial-block']) });
}

interface Check {
  readonly settings: RunSettings;
  readonly tell: Tell;
  readonly seen: Set<Template>;
  /** Partials that a template defines in itself, known from where they stand on. */
  readonly inline: Set<string>;
}

function checkOnce(template: Template, check: Check): void {
  if (check.seen.has(template)) return;
  check.seen.add(template);
  checkProgram(template.program, check);
}

function checkProgram({ nodes }: Program, check: Check): void {
  for (const node of nodes) if (node.kind === 'inline-partial') check.inline.add(node.name);
  for (const node of nodes) checkNode(node, check);
}

function checkNode(node: TemplateNode, check: Check): void {
  switch (node.kind) {
    case 'text':
      return;
    case 'mustache':
      return checkCall(node.call, node.call.params.length > 0 || node.call.hash.size > 0, check);
    case 'block':
      checkCall(node.call, true, check);
      checkProgram(node.body, check);
      if (node.otherwise !== null) checkProgram(node.otherwise, check);
      return;
    case 'inline-partial':
      return checkProgram(node.body, check);
    case 'partial':
      checkPartial(node, check);
      checkWords(node.call, check);
      if (node.body !== null) checkProgram(node.body, check);
  }
}

function checkPartial({ call, body }: Extract<TemplateNode, { kind: 'partial' }>, check: Check): void {
  const { callee, span } = call;
  if (callee.kind !== 'path' || check.inline.has(callee.name)) return;
  const { partials } = check.settings;
  const found = partials.get(callee.name);
  if (found !== undefined) return checkOnce(found, check);
  if (body !== null) return;
  const names = [...partials.keys()];
  check.tell(unknownName('partial', callee.name, span, near(callee.name, names), names));
}

function checkCall(call: Call, mustBeHelper: boolean, check: Check): void {
  const { callee } = call;
  const { helpers, elsewhere, where } = check.settings;
  if (mustBeHelper && callee.kind === 'path' && !helpers.has(callee.name)) {
    const names = [...helpers.keys()];
    check.tell(
      elsewhere.has(callee.name)
        ? helperNotHere(callee.name, where, names, callee.span)
        : unknownName('helper', callee.name, callee.span, near(callee.name, names), names),
    );
  }
  checkWords(call, check);
}

/** The calls among a call's parameters. */
function checkWords({ params, hash }: Call, check: Check): void {
  const words: readonly Expression[] = [...params, ...[...hash.values()].map(({ value }) => value)];
  for (const word of words) if (word.kind === 'call') checkCall(word, true, check);
}

function near(name: string, known: Iterable<string>): { name: string } | null {
  const nearest = nearestName(name, known);
  return nearest === null ? null : { name: nearest };
}
