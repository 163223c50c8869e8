import type { CoherenceDimensionKind } from "../../../api/measures/coherence/dimensions.ts";
import { coherenceOf, itemsOf, type Weights } from "./coherence.ts";
import { boundary, type InForce } from "./facts.ts";

type Dimensions = ReturnType<typeof itemsOf>;

const pairsOf = (members: readonly string[]): [string, string][] => {
  const sorted = [...new Set(members)].sort();
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b): [string, string] => [a, b]));
};

/** Items after a change; unknown ones stay unknown. */
const staysUnknown = (before: Dimensions, after: Dimensions): Dimensions =>
  after.map(({ kind, items }, at) => ({
    kind,
    items: items.map((item) => before[at]!.items.find((it) => it.key === item.key && it.v === null) ?? item),
  }));

/** Items once both ends of an interface have adopted a standard in full. */
function withAdopted(facts: InForce, key: string, standard: string): Dimensions {
  const { a, b } = facts.interfaces.find((it) => it.key === key)!;
  const others = facts.adoptions.filter((it) => it.standard !== standard || (it.actor !== a && it.actor !== b));
  return itemsOf({ ...facts, adoptions: [...others, ...[a, b].map((actor) => ({ actor, standard, extent: 1 }))] });
}

/** What it brings that both ends of an interface adopt a standard, also where the interface itself has nothing to gain. */
export function gainOfAdopting(facts: InForce, key: string, standard: string): number {
  const before = itemsOf(facts);
  const after = staysUnknown(before, withAdopted(facts, key, standard));
  return coherenceOf(after).score! - coherenceOf(before).score!;
}

/** Section 4, Interventions: gain of each offered change, by changing the facts and computing everything again. */
export function interventionsOf(facts: InForce, weights: Weights): Map<string, number> {
  const before = itemsOf(facts);
  const { score } = coherenceOf(before, weights);
  const gains = new Map<string, number>();
  if (score === null) return gains;
  const add = (name: string, after: Dimensions) => {
    const gain = coherenceOf(staysUnknown(before, after), weights).score! - score;
    if (gain > 1e-12) gains.set(name, gain);
  };
  const improvable = (of: CoherenceDimensionKind) =>
    before.find(({ kind }) => kind === of)!.items.filter((it) => it.v !== null && it.v < 1);
  const ideal = (name: string, of: CoherenceDimensionKind) => {
    for (const { key } of improvable(of)) {
      const after = before.map(({ kind, items }) => ({
        kind,
        items: kind !== of ? items : items.map((it) => (it.key === key ? { ...it, v: 1, low: 1, high: 1 } : it)),
      }));
      add(`${name} ${key}`, after);
    }
  };
  ideal("SETTLE_BOUNDARY", "BOUNDARIES");
  ideal("ALIGN_EXPECTATIONS", "EXPECTATIONS");
  ideal("SHARE_CONTROL_SYSTEM", "CONTROL_SYSTEMS");
  for (const { key } of improvable("STANDARDS")) {
    const { candidates } = facts.interfaces.find((it) => it.key === key)!;
    for (const standard of candidates) {
      if (facts.standards.find((it) => it.key === standard)!.status === "WITHDRAWN") continue;
      add(`ADOPT_STANDARD ${key}+${standard}`, withAdopted(facts, key, standard));
    }
  }
  for (const { key } of improvable("DATA_SHARING")) {
    const [provider, customer] = key.split(">") as [string, string];
    const others = facts.agreements.filter((it) => it.provider !== provider || it.customer !== customer);
    const signed = { key: "new", provider, customer, security: true, ownership: true, contract: true, benefit: true };
    add(`SIGN_AGREEMENT ${key}`, itemsOf({ ...facts, agreements: [...others, signed] }));
  }
  const contested = facts.activities.filter((it) => it.required && boundary(facts, it.key).status === "CONTESTED");
  const leads = contested.flatMap(({ key }) =>
    pairsOf(
      facts.claims
        .filter((it) => it.activity === key && it.by === it.about && it.lead === true && it.extent > 0)
        .map((it) => it.about),
    ),
  );
  for (const pair of new Set([
    ...improvable("JOINT_DEVELOPMENT").map(({ key }) => key),
    ...leads.map((ends) => ends.join("~")),
  ])) {
    const started = { key: "new", name: "New", participants: pair.split("~") };
    add(`START_INITIATIVE ${pair}`, itemsOf({ ...facts, initiatives: [...facts.initiatives, started] }));
  }
  return gains;
}
