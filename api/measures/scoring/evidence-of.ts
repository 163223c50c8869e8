import type { FactBase } from "../../../cypher/model/document.ts";
import { compareText } from "../../shared/order.ts";

/** Keys of the evidence behind the facts of a number, unique and in code-point order. */
export function evidenceOf(facts: Iterable<FactBase | undefined>): string[] {
  const keys: string[] = [];
  for (const fact of facts) for (const key of fact?.evidence ?? []) keys.push(key);
  if (keys.length < 2) return keys;
  keys.sort(compareText);
  return keys.filter((key, at) => at === 0 || key !== keys[at - 1]);
}
