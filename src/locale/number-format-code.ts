/** Number formats of PowerPoint and Excel (ECMA-376-1, 18.8.31): `0.0"亿元"`. */

/** Numbers are kept as said (8.1 for 8.1 %), so a `%` is a literal too: as an operator it would multiply by 100. */
export function numberFormatCode(decimals: number, unit: string | null, options: { readonly signed?: boolean; readonly before?: string | null } = {}): string {
  const digits = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  const before = options.before ? quote(options.before) : '';
  const body = `${digits}${unit === null || unit === '' ? '' : quote(unit)}`;
  const positive = `${before}${options.signed ? quote('+') : ''}${body}`;
  return `${positive};${before}${quote('−')}${body};${before}${body}`;
}

const quote = (text: string): string => `"${text.replaceAll('"', '')}"`;
