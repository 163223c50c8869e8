import type { EcosystemDocument, FactBase } from "../../cypher/model/document.ts";
import type { MapRecords } from "./map-edges.ts";
import { versionName } from "./record-spans.ts";

/**
 * The records that a map is drawn from: of all dates when asOf is null, else those in force on that day (of several
 * versions the latest). A fact known to be less sure than minConfidence is left out. Ends that are not in force leave
 * with the map's nodes; here only claims made by such an actor are. Source: model.md section 1, Time.
 */
export function mapRecords(document: EcosystemDocument, asOf: string | null, minConfidence: number): MapRecords {
  const counts = (fact: FactBase): boolean =>
    (fact.confidence ?? 1) >= minConfidence &&
    (asOf === null || ((fact.validFrom ?? "") <= asOf && (fact.validTo ?? "~") > asOf));
  const isWhole = asOf === null && minConfidence === 0;
  const those = <Fact extends FactBase>(facts: readonly Fact[] = []): readonly Fact[] =>
    isWhole ? facts : facts.filter(counts);
  const latest = <Fact extends FactBase>(facts: readonly Fact[], nameOf: (fact: Fact) => string): readonly Fact[] =>
    asOf === null ? facts : latestOf(facts, nameOf);

  const actors = those(document.actors);
  const present = new Set(actors.map(({ key }) => key));
  return {
    actors,
    standards: those(document.standards),
    activities: those(document.activities),
    offerings: those(document.offerings),
    claims: latest(
      those(document.claims).filter(({ by }) => by === undefined || present.has(by)),
      (claim) => versionName("claims", claim),
    ),
    adoptions: latest(those(document.adoptions), (adoption) => versionName("adoptions", adoption)),
    interfaces: those(document.interfaces),
    relations: latest(those(document.relations), (relation) => versionName("relations", relation)),
    initiatives: those(document.initiatives).filter(
      ({ startedOn, endedOn }) => asOf === null || ((startedOn ?? "") <= asOf && (endedOn ?? "~") > asOf),
    ),
    agreements: latest(
      [...those(document.agreements)].sort((a, b) => (a.key < b.key ? -1 : 1)),
      (agreement) => versionName("agreements", agreement),
    ),
    installations: those(document.installations).filter(
      ({ installedYear }) => asOf === null || installedYear === undefined || installedYear <= Number(asOf.slice(0, 4)),
    ),
    tags: document.tags ?? [],
    evidence: document.evidence ?? [],
  };
}

// Of equal beginnings the last counts, which only agreements have: sorted by key, the last key's.
function latestOf<Fact extends FactBase>(facts: readonly Fact[], nameOf: (fact: Fact) => string): Fact[] {
  const kept = new Map<string, Fact>();
  for (const fact of facts) {
    const name = nameOf(fact);
    const other = kept.get(name);
    if (!other || (fact.validFrom ?? "") >= (other.validFrom ?? "")) kept.set(name, fact);
  }
  return [...kept.values()];
}
