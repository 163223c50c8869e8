import type { FactBase } from "../../../cypher/model/document.ts";
import { compareText } from "../../shared/order.ts";

/** The keys of the evidence behind the facts that a number was computed from: each once, in code-point order. */
export function evidenceOf(facts: Iterable<FactBase | undefined>): string[] {
  const keys: string[] = [];
  for (const fact of facts) for (const key of fact?.evidence ?? []) keys.push(key);
  if (keys.length < 2) return keys;
  keys.sort(compareText);
  return keys.filter((key, at) => at === 0 || key !== keys[at - 1]);
}
