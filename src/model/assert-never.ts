/**
 * Ends an exhaustive switch: the compiler refuses a case that was forgotten, and a value from outside the types is our
 * own bug.
 */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
};
