/** What a text of the browser's storage holds; null without one, and of one that this page has not written. */
export function parsed<Value>(text: string | null): Value | null {
  try {
    return JSON.parse(text ?? "null") as Value | null;
  } catch {
    return null;
  }
}
