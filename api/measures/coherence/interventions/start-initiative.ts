import { addTo } from "../../../shared/groups.ts";
import { refTo } from "../../../shared/record-ref.ts";
import { freeKey } from "../../../time/fact-change.ts";
import { actorName, type Facts, pairKey } from "../../../time/facts.ts";
import { type LeadClaims, leadClaimsOf, partiesOf, verdict } from "../../boundary/boundary.ts";
import { boundariesDimension } from "../dimensions/boundaries.ts";
import { jointDevelopment } from "../dimensions/joint-development.ts";
import { defineIntervention, type Offer } from "./intervention.ts";
import { type Ledger, sumOfGains } from "./ledger.ts";

const maxNameLength = 300;

/** 1 when both are in the set and in different components, else 0. */
function fewer({ componentOf }: LeadClaims["amongAll"], a: string, b: string): number {
  const ofA = componentOf.get(a);
  const ofB = componentOf.get(b);
  return ofA !== undefined && ofB !== undefined && ofA !== ofB ? 1 : 0;
}

/** Value of a boundary if the two actors were aligned: their components merge, in each set that contains both. */
function valueIfAligned(boundary: LeadClaims, a: string, b: string): number | null {
  const { leading, further } = partiesOf(boundary);
  const { amongLeads, amongAll, withLead } = boundary;
  // When both components have a lead, their merger removes one party.
  const bothLead = [a, b].every((end) => withLead.has(amongAll.componentOf.get(end) ?? ""));
  return verdict(boundary, {
    leading: leading - fewer(amongLeads, a, b),
    further: bothLead ? further : further - fewer(amongAll, a, b),
  }).value;
}

const namesOf = (facts: Facts, a: string, b: string) => `${actorName(facts, a)} and ${actorName(facts, b)}`;

function offers(facts: Facts, ledger: Ledger): Offer[] {
  const boundaries = ledger.known(boundariesDimension.kind).map((item) => leadClaimsOf(facts, item.key));
  const pairs = new Map<string, [string, string]>();
  for (const item of ledger.improvable(jointDevelopment.kind)) {
    pairs.set(item.key, item.subjects.map((subject) => subject.key) as [string, string]);
  }
  const namedIn = new Map<string, LeadClaims[]>();
  for (const boundary of boundaries) {
    for (const actor of boundary.amongAll.componentOf.keys()) {
      addTo(namedIn, actor, boundary);
    }
    if (verdict(boundary).status !== "CONTESTED") continue;
    const { leads } = boundary;
    for (const [index, a] of leads.entries()) {
      for (const b of leads.slice(index + 1)) pairs.set(pairKey(a, b), [a, b]);
    }
  }
  return [...pairs].map(([key, [a, b]]) => {
    const gains = [ledger.gain(jointDevelopment.kind, key, 1)];
    // From the end that is named in fewer boundaries: a focal firm is named in nearly all of them, and in many pairs.
    const ofA = namedIn.get(a) ?? [];
    const ofB = namedIn.get(b) ?? [];
    const [fromOne, other] = ofA.length <= ofB.length ? [ofA, b] : [ofB, a];
    for (const boundary of fromOne) {
      if (boundary.amongAll.componentOf.has(other)) {
        gains.push(ledger.gain(boundariesDimension.kind, boundary.activity, valueIfAligned(boundary, a, b)));
      }
    }
    const names = namesOf(facts, a, b);
    return {
      key,
      label: `Start a joint initiative of ${names}`,
      subjects: [refTo("actors", a), refTo("actors", b)],
      ...sumOfGains(gains),
      changes: [`${names} develop together, and count as one party in every boundary.`],
    };
  });
}

/** Two actors take part in a common initiative, and are aligned by it. */
export const startInitiative = defineIntervention({
  kind: "START_INITIATIVE",
  name: "Start a joint initiative",
  description: "Two actors start a joint initiative, which also aligns them in every boundary.",
  settles: null,
  offers,
  touches: ({ key, subjects }, dimension, item, facts) => {
    if (dimension === jointDevelopment.kind) return key === item;
    if (dimension !== boundariesDimension.kind) return false;
    const [a, b] = subjects.map((subject) => subject.key) as [string, string];
    const { amongLeads, amongAll } = leadClaimsOf(facts, item);
    return fewer(amongLeads, a, b) + fewer(amongAll, a, b) > 0;
  },
  factChanges: ({ subjects }, facts, document) => {
    const [a, b] = subjects.map(({ key }) => key) as [string, string];
    const name = `Joint initiative of ${namesOf(facts, a, b)}`.slice(0, maxNameLength);
    const key = freeKey(document, "initiatives", "joint-initiative");
    return [{ kind: "initiatives", put: { key, name, participants: [a, b], startedOn: facts.asOf } }];
  },
});
