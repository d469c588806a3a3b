/** Works out an expression, in exact numbers with their units. */
import { addAmounts, divideAmounts, literal, multiplyAmounts, UnitFault, type Amount } from '../numbers/amount.js';
import { negate, parseFraction, signOf } from '../numbers/fraction.js';
import { ReckoningFault } from '../numbers/reckoning-fault.js';
import type { Expression, NameNode } from './expression.js';
import { formulaFunctions } from './formula-functions.js';
import type { Reckoning } from './reckoning.js';

export function reckon(node: Expression, reckoning: Reckoning): Amount {
  const { world } = reckoning;
  switch (node.kind) {
    case 'number':
      return literal(parseFraction(node.text), node.text.split('.')[1]?.length ?? 0);
    case 'text':
      return single(reckonAll({ kind: 'name', name: node.text, period: null, at: node.at }, reckoning), node.at);
    case 'name':
      return single(reckonAll(node, reckoning), node.at);
    case 'sign': {
      const amount = reckon(node.of, reckoning);
      return { ...amount, value: negate(amount.value) };
    }
    case 'pair':
      return withUnits(node.at, () =>
        pair(node, reckon(node.left, reckoning), reckon(node.right, reckoning), world.language),
      );
    case 'call': {
      const formula = Object.hasOwn(formulaFunctions, node.name) ? formulaFunctions[node.name] : undefined;
      if (formula === undefined)
        throw new ReckoningFault(
          'unknown-in-formula',
          `there is no "${node.name}( )"; known are ${Object.keys(formulaFunctions).join(', ')}`,
          node.at,
        );
      const [least, most] = formula.takes;
      if (node.args.length < least || node.args.length > most)
        throw new ReckoningFault('formula-argument', `${node.name}( ) takes ${formula.expects}`, node.at);
      return withUnits(node.at, () => formula.run(node.args, reckoning, node.at, { reckon, reckonAll, namedFigure }));
    }
    default:
      throw new Error(`no such node: ${JSON.stringify(node satisfies never)}`);
  }
}

function pair(node: Extract<Expression, { kind: 'pair' }>, left: Amount, right: Amount, language: string): Amount {
  switch (node.operator) {
    case '+':
      return addAmounts(left, right, 1, language);
    case '-':
      return addAmounts(left, right, -1, language);
    case '*':
      return multiplyAmounts(left, right);
    case '/':
      if (signOf(right.value) === 0) throw new ReckoningFault('division-by-zero', 'it divides by zero', node.at);
      return divideAmounts(left, right);
    default:
      throw new Error(`no such operator: ${String(node.operator satisfies never)}`);
  }
}

function withUnits(at: number, run: () => Amount): Amount {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof UnitFault) throw new ReckoningFault('units-differ', cause.message, at);
    throw cause;
  }
}

/** Several numbers: of a group, a pattern, several periods, a column. */
export function reckonAll(node: Expression, reckoning: Reckoning): readonly Amount[] {
  if (node.kind === 'call' && node.name === 'column') {
    const texts = node.args.map((argument) => (argument.kind === 'text' ? argument.text : null));
    if (texts.length !== 2 || texts.includes(null))
      throw new ReckoningFault('formula-argument', 'column( ) takes a table and a column in quotation marks', node.at);
    return reckoning.world.column(texts[0]!, texts[1]!, node.at);
  }
  if (node.kind !== 'name') return [reckon(node, reckoning)];
  const { world, key } = reckoning;
  return world.idsOf(node.name, node.at).flatMap((id) => {
    const keys = node.period === null ? [key] : world.keysOf(id, node.period, key, node.at);
    return keys.map((each) => world.amountAt(id, each, node.at));
  });
}

function single(amounts: readonly Amount[], at: number): Amount {
  const [only] = amounts;
  if (only === undefined || amounts.length > 1)
    throw new ReckoningFault(
      'formula-argument',
      `${amounts.length} numbers stand where one is asked for; sum( ) and average( ) make one of them`,
      at,
    );
  return only;
}

/** An argument that must be one figure, and in which period. */
export function namedFigure(
  node: Expression,
  { world, key }: Reckoning,
): { readonly id: string; readonly key: string; readonly at: number } {
  const name: NameNode | null =
    node.kind === 'name'
      ? node
      : node.kind === 'text'
        ? { kind: 'name', name: node.text, period: null, at: node.at }
        : null;
  const ids = name === null ? [] : world.idsOf(name.name, node.at);
  if (name === null || ids.length !== 1)
    throw new ReckoningFault('formula-argument', 'the id of a figure must stand here', node.at);
  const keys = name.period === null ? [key] : world.keysOf(ids[0]!, name.period, key, node.at);
  return { id: ids[0]!, key: keys[0]!, at: node.at };
}
