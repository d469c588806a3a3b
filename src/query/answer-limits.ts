/** How much a question may take: a report is read by people. */

export interface QueryLimits {
  readonly rows: number;
  /** How long one question may take. */
  readonly milliseconds: number;
}

export const usualLimits: QueryLimits = { rows: 100_000, milliseconds: 30_000 };

/** What a source could not answer; whoever asked tells it at its place. */
export class QueryRefusal extends Error {
  override readonly name = 'QueryRefusal';
  constructor(
    readonly kind: 'writes' | 'too-long' | 'too-many' | 'mistake' | 'gone' | 'no-library' | 'no-address' | 'no-disk',
    message: string,
  ) {
    super(message);
  }
}

/** SQL that only reads begins with one of these words, behind comments and brackets. */
export function requireReading(sql: string): void {
  const text = sql.replace(/^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/|\()+/, '');
  if (!/^(?:select|with|values|table|from)\b/i.test(text))
    throw new QueryRefusal('writes', `it begins with "${/^\S{0,20}/.exec(text)?.[0] ?? ''}"`);
}

/** A package that was not installed. */
export const isMissingPackage = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
