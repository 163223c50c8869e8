import { freeKey } from "../../../time/fact-change.ts";
import { actorName, type Facts, pairKey } from "../../../time/facts.ts";
import { type Standing, standingOf, verdict } from "../../boundary/boundary.ts";
import { refTo } from "../dimension.ts";
import type { InterventionRow, Offer } from "./intervention.ts";
import type { Ledger } from "./ledger.ts";

const longestName = 300;

/** 1 when both are in the set and not of one component, else 0. */
function fewer({ componentOf }: Standing["amongAll"], a: string, b: string): number {
  const ofA = componentOf.get(a);
  const ofB = componentOf.get(b);
  return ofA !== undefined && ofB !== undefined && ofA !== ofB ? 1 : 0;
}

/** The value of a boundary if the two actors were aligned: at most one component fewer, in each set that holds both. */
const valueIfAligned = (standing: Standing, a: string, b: string): number | null =>
  verdict(
    standing,
    standing.amongLeads.count - fewer(standing.amongLeads, a, b),
    standing.amongAll.count - fewer(standing.amongAll, a, b),
  ).value;

const namesOf = (facts: Facts, a: string, b: string) => `${actorName(facts, a)} and ${actorName(facts, b)}`;

function offers(facts: Facts, ledger: Ledger): Offer[] {
  const standings = ledger.known("BOUNDARIES").map((item) => standingOf(facts, item.key));
  const pairs = new Map<string, [string, string]>();
  for (const item of ledger.improvable("JOINT_DEVELOPMENT")) {
    pairs.set(item.key, item.subjects.map((subject) => subject.key) as [string, string]);
  }
  const namedIn = new Map<string, Standing[]>();
  for (const standing of standings) {
    for (const actor of standing.amongAll.componentOf.keys()) {
      const list = namedIn.get(actor);
      if (list) list.push(standing);
      else namedIn.set(actor, [standing]);
    }
    if (verdict(standing).status !== "CONTESTED") continue;
    const { leads } = standing;
    for (const [index, a] of leads.entries()) {
      for (const b of leads.slice(index + 1)) pairs.set(pairKey(a, b), [a, b]);
    }
  }
  return [...pairs].map(([key, [a, b]]) => {
    let gain = ledger.gain("JOINT_DEVELOPMENT", key, 1);
    // From whichever end is named less: a focal firm is named nearly everywhere, and in many pairs.
    const ofA = namedIn.get(a) ?? [];
    const ofB = namedIn.get(b) ?? [];
    const [fromOne, other] = ofA.length <= ofB.length ? [ofA, b] : [ofB, a];
    for (const standing of fromOne) {
      if (standing.amongAll.componentOf.has(other)) {
        gain += ledger.gain("BOUNDARIES", standing.activity, valueIfAligned(standing, a, b));
      }
    }
    const names = namesOf(facts, a, b);
    return {
      key,
      label: `Start a joint initiative of ${names}`,
      subjects: [refTo("actors", a), refTo("actors", b)],
      gain,
      changes: [`${names} develop together, and stand on one side of every boundary.`],
    };
  });
}

/** Two actors take part in a common initiative, and are aligned by it. */
export const startInitiative: InterventionRow = {
  kind: "START_INITIATIVE",
  settles: null,
  offers,
  touches: ({ key, subjects }, dimension, item, facts) => {
    if (dimension === "JOINT_DEVELOPMENT") return key === item;
    if (dimension !== "BOUNDARIES") return false;
    const [a, b] = subjects.map((subject) => subject.key) as [string, string];
    const { amongLeads, amongAll } = standingOf(facts, item);
    return fewer(amongLeads, a, b) + fewer(amongAll, a, b) > 0;
  },
  factChanges: ({ subjects }, facts, document) => {
    const [a, b] = subjects.map(({ key }) => key) as [string, string];
    const name = `Joint initiative of ${namesOf(facts, a, b)}`.slice(0, longestName);
    const key = freeKey(document, "initiatives", "joint-initiative");
    return [{ kind: "initiatives", put: { key, name, participants: [a, b], startedOn: facts.asOf } }];
  },
};
