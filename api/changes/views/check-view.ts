import { InvalidInput } from "../../shared/domain-errors.ts";
import { isKey, keyForm } from "../check/document-issues.ts";

export interface ViewInput {
  key: string;
  name: string;
  caption?: string | null | undefined;
  state: string;
}

const maxLength = { name: 300, caption: 10_000, state: 20_000 };
export const maxViews = 500;

/** Validates a view: a key that a link can contain, texts that are neither empty, too long nor invalid. Pure. */
export function checkView(view: ViewInput): void {
  if (!isKey(view.key)) throw new InvalidInput(`Invalid key ${JSON.stringify(view.key.slice(0, 40))}: ${keyForm}.`);
  if (view.name.trim() === "") throw new InvalidInput("The view has no name: give it one.");
  for (const field of ["name", "caption", "state"] as const) {
    const text = view[field] ?? "";
    if (text.length > maxLength[field])
      throw new InvalidInput(`The view's ${field} has ${text.length} characters: use at most ${maxLength[field]}.`);
    if (!text.isWellFormed() || text.includes("\0"))
      throw new InvalidInput(
        `The view's ${field} contains an invalid character (half of a surrogate pair, or NUL): type it again.`,
      );
  }
}

/** Validates an order: each of the views exactly once. Pure. */
export function checkOrder(keys: readonly string[], stored: readonly string[]): void {
  const twice = keys.find((key, at) => keys.indexOf(key) < at);
  if (twice !== undefined) throw new InvalidInput(`The view "${twice}" appears twice in the order: keep one.`);
  const missing = stored.filter((key) => !keys.includes(key));
  if (missing.length > 0)
    throw new InvalidInput(`The order leaves out ${missing.map((key) => `"${key}"`).join(", ")}: name every view.`);
}
