/**
 * A value again as the very objects that it was before, as far as it says the same: what was worked out of a part that
 * did not change is then known by the part itself, without comparing or hashing its content once more.
 */

/**
 * The value in parts of `before` wherever those are equal, to the order of their keys. Two places that hold one object
 * hold one object still, and two that hold two hold two: footnotes and blocks are told apart by what they are, not by
 * what they say. Nobody edits either value. Class instances, sets and functions stay as they are.
 */
export function shareStructure<Value>(before: unknown, value: Value): Value {
  return new Sharing().share(before, value) as Value;
}

class Sharing {
  /** Each object of the value → what stands for it. */
  private readonly shared = new Map<object, object>();
  /** Objects of `before` → the object of the value that each stands for. */
  private readonly taken = new Map<object, object>();

  share(before: unknown, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.shared.get(value);
    if (known !== undefined) return known;
    const result = before === value ? value : this.take(before, value, this.shareParts(before, value));
    this.shared.set(value, result);
    if (result !== value) this.taken.set(result, value);
    return result;
  }

  private take(before: unknown, value: object, result: object): object {
    return result === before && this.taken.has(result) ? value : result;
  }

  /** `before` itself where all parts are its parts. */
  private shareParts(before: unknown, value: object): object {
    if (typeof before !== 'object' || before === null) return value;
    if (Array.isArray(value)) return Array.isArray(before) ? this.shareList(before, value) : value;
    if (value instanceof Map) return before instanceof Map ? this.shareMap(before, value) : value;
    const kind: unknown = Object.getPrototypeOf(value);
    return kind === Object.prototype && Object.getPrototypeOf(before) === kind
      ? this.shareRecord(before, value)
      : value;
  }

  private shareList(before: readonly unknown[], value: readonly unknown[]): object {
    const parts = value.map((part, index) => this.share(before[index], part));
    if (before.length === value.length && parts.every((part, index) => Object.is(part, before[index]))) return before;
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }

  private shareMap(before: ReadonlyMap<unknown, unknown>, value: ReadonlyMap<unknown, unknown>): object {
    const parts = [...value].map(([key, part]) => [key, this.share(before.get(key), part)] as const);
    const earlier = [...before];
    if (
      earlier.length === parts.length &&
      parts.every(([key, part], index) => earlier[index]![0] === key && Object.is(part, earlier[index]![1]))
    )
      return before;
    return new Map(parts);
  }

  private shareRecord(before: object, value: object): object {
    const earlier = before as Readonly<Record<string, unknown>>;
    const now = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(now);
    const parts = keys.map((key) => this.share(earlier[key], now[key]));
    const earlierKeys = Object.keys(earlier);
    const isSame =
      earlierKeys.length === keys.length &&
      keys.every((key, index) => key === earlierKeys[index] && Object.is(parts[index], earlier[key]));
    if (isSame) return before;
    return parts.every((part, index) => part === now[keys[index]!])
      ? value
      : Object.fromEntries(keys.map((key, index) => [key, parts[index]]));
  }
}
