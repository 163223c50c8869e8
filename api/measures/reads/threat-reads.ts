import type { RecordRef } from "../../../cypher/model/document.ts";
import type { ThreatDamperKind } from "../threat/dampers.ts";
import type { ThreatFactorKind } from "../threat/factors.ts";
import type { RivalView } from "../threat/rival-view.ts";
import type { ThreatTerm } from "../threat/term.ts";
import { nameOf } from "./name-of.ts";

type Read = (rival: RivalView, term: Pick<ThreatTerm, "subjects">) => RecordRef[];

const keyOf = ({ subjects }: Pick<ThreatTerm, "subjects">, kind: RecordRef["kind"]): string | undefined =>
  subjects.find((subject) => subject.kind === kind)?.key;

/** The claims that say how far the focal firm is in an activity. */
const ownClaims = ({ focal }: RivalView, activity: string): RecordRef[] =>
  (focal.activities.find((it) => it.activity === activity)?.read ?? []).map((it) => nameOf("claims", it));

/** The facts that a term of each factor and damper was read from: what its part of the map is drawn of. */
export const threatReads: Readonly<Record<ThreatFactorKind | ThreatDamperKind, Read>> = {
  OVERLAP: (rival, term) => {
    const activity = keyOf(term, "activities")!;
    const theirs = rival.extents.get(activity)?.read ?? [];
    return [...ownClaims(rival, activity), ...theirs.map((it) => nameOf("claims", it))];
  },
  MARKET_COMMONALITY: ({ focal, actor }, term) => {
    const customer = focal.customers.get(keyOf(term, "actors")!);
    const bought = customer?.bought.get(actor.key);
    return [...(customer ? [customer.supply] : []), ...(bought ? [bought.relation] : [])].map((it) =>
      nameOf("relations", it),
    );
  },
  MOMENTUM: (rival, term) => {
    const counted = rival.moves.find(({ move }) => move.key === keyOf(term, "moves"));
    if (!counted) return [];
    const ours = counted.move.activities.flatMap((activity) => ownClaims(rival, activity));
    return [nameOf("moves", counted.move), ...ours];
  },
  ENTRY_BARRIER: (rival, term) => {
    const level = rival.focal.facts.levels.get(rival.actor.key)?.get(keyOf(term, "capabilities")!);
    return [...ownClaims(rival, keyOf(term, "activities")!), ...(level ? [nameOf("actorCapabilities", level)] : [])];
  },
  ECOSYSTEM_TIES: ({ focal: { facts, focal }, actor }, term) => {
    const standard = keyOf(term, "standards");
    if (standard !== undefined) {
      const adoptions = [focal, actor.key].flatMap((end) => facts.adoptions.get(end)?.get(standard) ?? []);
      return adoptions.map((it) => nameOf("adoptions", it));
    }
    if (keyOf(term, "initiatives") !== undefined) return [];
    const partnerships = (facts.alliances.get(focal)?.get(actor.key) ?? []).filter((it) => it.type === "PARTNERS_WITH");
    return partnerships.map((it) => nameOf("relations", it));
  },
};
