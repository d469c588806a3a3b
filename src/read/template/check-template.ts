/** Names in a template that no run may meet, since a condition hides them: helpers and partials of every branch. */
import { helperNotHere, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { RunSettings } from './run-template.js';
import type { Template } from './parse-template.js';
import type { Call, Expression, Program, TemplateNode } from './template-nodes.js';

/** Looks through a template and the partials that it calls. */
export function checkTemplate(template: Template, settings: RunSettings, tell: Tell): void {
  const seen = new Set<Template>();
  const inline = new Set<string>(['@partial-block']);

  const visit = (next: Template): void => {
    if (seen.has(next)) return;
    seen.add(next);
    program(next.program);
  };
  const program = ({ nodes }: Program): void => {
    for (const node of nodes) if (node.kind === 'inline-partial') inline.add(node.name);
    nodes.forEach(visitNode);
  };
  const visitNode = (node: TemplateNode): void => {
    switch (node.kind) {
      case 'text':
        return;
      case 'mustache':
        return call(node.call, node.call.params.length > 0 || node.call.hash.size > 0);
      case 'block':
        call(node.call, true);
        program(node.body);
        if (node.otherwise !== null) program(node.otherwise);
        return;
      case 'inline-partial':
        return program(node.body);
      case 'partial':
        partial(node);
        inner(node.call);
        if (node.body !== null) program(node.body);
    }
  };
  const partial = ({ call: { callee, span }, body }: Extract<TemplateNode, { kind: 'partial' }>): void => {
    if (callee.kind !== 'path' || inline.has(callee.name)) return;
    const found = settings.partials.get(callee.name);
    if (found !== undefined) return visit(found);
    if (body === null)
      tell(
        unknownName('partial', callee.name, span, near(callee.name, settings.partials.keys()), [
          ...settings.partials.keys(),
        ]),
      );
  };
  const call = (node: Call, mustBeHelper: boolean): void => {
    const { callee } = node;
    if (mustBeHelper && callee.kind === 'path' && !settings.helpers.has(callee.name)) {
      const names = [...settings.helpers.keys()];
      tell(
        settings.elsewhere.has(callee.name)
          ? helperNotHere(callee.name, settings.where, names, callee.span)
          : unknownName('helper', callee.name, callee.span, near(callee.name, names), names),
      );
    }
    inner(node);
  };
  const inner = ({ params, hash }: Call): void =>
    [...params, ...[...hash.values()].map(({ value }) => value)].forEach(expression);
  const expression = (node: Expression): void => {
    if (node.kind === 'call') call(node, true);
  };
  visit(template);
}

function near(name: string, known: Iterable<string>): { name: string } | null {
  const nearest = nearestName(name, known);
  return nearest === null ? null : { name: nearest };
}
