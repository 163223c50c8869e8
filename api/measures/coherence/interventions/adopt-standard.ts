import { percent } from "../../../shared/format.ts";
import { addTo } from "../../../shared/groups.ts";
import { refTo } from "../../../shared/record-ref.ts";
import { ADOPTED_FROM, actorName, type Facts, type InterfaceFact } from "../../../time/facts.ts";
import { standardsDimension, standardValue } from "../dimensions/standards.ts";
import { defineIntervention } from "./intervention.ts";
import { type Gain, type Ledger, sumOfGains } from "./ledger.ts";

const standards = standardsDimension.kind;

const extentOf = (facts: Facts, actor: string, standard: string): number | undefined =>
  facts.adoptions.get(actor)?.get(standard)?.extent;

/** Interfaces by "end|candidate": those affected when the end adopts the candidate. */
function interfacesByEnd(facts: Facts, known: ReadonlySet<string>): Map<string, InterfaceFact[]> {
  const index = new Map<string, InterfaceFact[]>();
  for (const it of facts.interfaces) {
    if (!known.has(it.key)) continue;
    for (const end of [it.a, it.b]) {
      for (const candidate of it.candidates) {
        const key = `${end}|${candidate}`;
        addTo(index, key, it);
      }
    }
  }
  return index;
}

/** Change of one end in words; none when it adopts fully already. */
function inWords(facts: Facts, end: string, standard: string): string[] {
  const today = extentOf(facts, end, standard);
  if (today === 1) return [];
  const now = today === undefined ? "currently unknown" : `currently ${percent(today)}`;
  return [`${actorName(facts, end)} adopts ${facts.standards.get(standard)?.name ?? standard} in full (${now}).`];
}

function offers(facts: Facts, ledger: Ledger) {
  const values = new Map(ledger.known(standards).map((item) => [item.key, item.value]));
  const index = interfacesByEnd(facts, new Set(values.keys()));
  const interfaces = new Map(facts.interfaces.map((it) => [it.key, it]));
  return ledger.improvable(standards).flatMap((item) => {
    const { a, b, candidates } = interfaces.get(item.key)!;
    return candidates
      .filter((standard) => facts.standards.get(standard)?.status !== "WITHDRAWN")
      .map((standard) => {
        const worth = standardValue(facts, standard);
        const adoptsAfter = (actor: string) =>
          actor === a || actor === b || (extentOf(facts, actor, standard) ?? 0) >= ADOPTED_FROM;
        const touched = new Set([...(index.get(`${a}|${standard}`) ?? []), ...(index.get(`${b}|${standard}`) ?? [])]);
        const gains: Gain[] = [];
        for (const it of touched) {
          if (!adoptsAfter(it.a) || !adoptsAfter(it.b)) continue;
          gains.push(ledger.gain(standards, it.key, Math.max(values.get(it.key)!, worth)));
        }
        return {
          key: `${item.key}+${standard}`,
          label: `Adopt ${facts.standards.get(standard)?.name ?? standard} at ${item.label}`,
          subjects: [...item.subjects, refTo("standards", standard)],
          ...sumOfGains(gains),
          changes: [a, b].flatMap((end) => inWords(facts, end, standard)),
        };
      });
  });
}

/** Both ends adopt a candidate fully: their other interfaces may gain too. */
export const adoptStandard = defineIntervention({
  kind: "ADOPT_STANDARD",
  name: "Adopt a standard",
  description: "Both ends of an interface adopt one of its candidate standards in full.",
  settles: null,
  offers,
  touches: ({ key }, dimension, item) => dimension === standards && key.startsWith(`${item}+`),
  factChanges: ({ subjects }, facts) => {
    const standard = subjects.find(({ kind }) => kind === "standards")!.key;
    // A new version from this day on: it applies as the latest, and the earlier one stays on record.
    return subjects
      .filter(({ kind, key }) => kind === "actors" && extentOf(facts, key, standard) !== 1)
      .map(({ key: actor }) => ({
        kind: "adoptions",
        put: { actor, standard, extent: 1, validFrom: facts.asOf },
      }));
  },
});
