/** A result with what making it told, so that it can be told again with the result. */
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';

export interface ToldResult<Value = unknown> {
  readonly value: Value;
  readonly told: readonly Diagnostic[];
}

export function makeTold<Value>(make: (tell: Tell) => Value): ToldResult<Value> {
  const told: Diagnostic[] = [];
  return { value: make((diagnostic) => void told.push(diagnostic)), told };
}

export function tellAgain<Value>({ value, told }: ToldResult, tell: Tell): Value {
  told.forEach(tell);
  return value as Value;
}
