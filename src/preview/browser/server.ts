/** What is asked of the preview's server. Addresses are relative: the token is in the page's own. */
import type { Answer } from '../protocol.js';

/** Null where the server has no such thing, or cannot be reached. */
export async function ask<Result>(
  path: string,
  query: Readonly<Record<string, string | number>> = {},
): Promise<Result | null> {
  const words = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  try {
    const response = await fetch(words.size > 0 ? `${path}?${words}` : path);
    return response.ok ? ((await response.json()) as Result) : null;
  } catch {
    return null;
  }
}

/** The drawing of a page as markup; it comes from our own server, which made it of escaped text. */
export async function askPage(view: string, page: number): Promise<string | null> {
  try {
    const response = await fetch(`page/${view}/${page}`);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

export async function act(path: string, given: unknown): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(given),
    });
    return response.ok ? ((await response.json()) as Answer) : { ok: false, message: String(response.status) };
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause) };
  }
}
