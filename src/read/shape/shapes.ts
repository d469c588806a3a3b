/** What shapes of data files are made of. */
import * as z from 'zod/mini';

/** A map with these keys alone. The message of an unknown key lists those that are known. */
export function fields<Shape extends Record<string, z.ZodMiniType>>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

export const expecting = (what: string) => ({ error: () => what });

/** Numbers and truth values are taken as they are written: `edition: 2025`. */
export const text = z.union([z.string(), z.number(), z.boolean()], expecting('a text'));
export const words = z.nullish(text);
export const optionalText = z.nullish(text);
export const texts = z.nullish(z.union([text, z.array(text)], expecting('a text or a list of texts')));
