import type { RecordRef } from "../../../cypher/model/document.ts";
import { compareText } from "../../shared/order.ts";

/** Sentence of an explanation, with the records that it names and the keys of the evidence behind it. */
export interface Sentence {
  /** Name of the rule. */
  rule: string;
  text: string;
  /** Empty for the whole ecosystem. */
  subjects: RecordRef[];
  evidence: string[];
}

/** Rule that makes sentences from figures, the most important first; none where it does not apply. */
export interface Rule<View> {
  name: string;
  say(view: View): Omit<Sentence, "rule">[];
}

/** Sentences of all rules, in the order of the rules. */
export const sentences = <View>(rules: readonly Rule<View>[], view: View): Sentence[] =>
  rules.flatMap(({ name, say }) => say(view).map((sentence) => ({ rule: name, ...sentence })));

/** Subjects and evidence of several parts, without duplicates. */
export function together(parts: readonly { subjects: RecordRef[]; evidence?: string[] }[]) {
  const subjects = new Map(parts.flatMap((part) => part.subjects).map((ref) => [`${ref.kind} ${ref.key}`, ref]));
  const evidence = new Set(parts.flatMap((part) => part.evidence ?? []));
  return { subjects: [...subjects.values()], evidence: [...evidence].sort(compareText) };
}
