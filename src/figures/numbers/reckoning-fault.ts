/** Why a number does not follow: thrown inside the reckoning of one expression, and told at its cell. */

export class ReckoningFault extends Error {
  constructor(
    readonly code:
      | 'formula-syntax'
      | 'unknown-in-formula'
      | 'missing-period'
      | 'division-by-zero'
      | 'units-differ'
      | 'circular-formula'
      | 'formula-argument',
    message: string,
    /** Where in the expression, from 0. */
    readonly at: number,
    /** An input that failed was told where it stands itself. */
    readonly isTold = false,
  ) {
    super(message);
  }
}
