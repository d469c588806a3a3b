/** What stands in a configuration of Chart.js, of which nobody knows the shape: objects of keys, lists, values. */
export type Plain = Readonly<Record<string, unknown>>;

/** An object of keys: no list, no null, nothing of a class, which is taken as it is. */
export const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The object, or an empty one where there is none. */
export const plain = (value: unknown): Plain => (isPlain(value) ? value : {});
