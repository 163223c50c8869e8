import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { generatedEcosystem } from "./generated-ecosystem.ts";

/**
 * An ecosystem whose Network lens draws exactly this many nodes (actors and standards) and about this many relations,
 * with claims for the other lenses; small enough for an import in one transaction.
 */
export function largeEcosystem(nodes: number, edges: number, key: string): EcosystemDocument {
  const standardsOf = (actors: number) => Math.min(40, Math.max(4, Math.round(actors / 50)));
  const drawn = generatedEcosystem({ key, actors: nodes - standardsOf(nodes) });
  const relations = thinned(drawn.relations, edges * 0.62);
  const adoptions = thinned(drawn.adoptions, edges * 0.18);
  const interfaces = thinned(drawn.interfaces, edges - relations.length - adoptions.length);
  const { actors, activities, standards, evidence, capabilities } = drawn;
  return {
    format: "ecosystem/1",
    ecosystem: { ...drawn.ecosystem, name: `A large map of ${nodes} nodes` },
    ...{ evidence, capabilities, actors, activities, standards, relations, adoptions, interfaces },
    claims: thinned(drawn.claims, edges * 0.6),
  };
}

/** Evenly spaced sample of a list, in its order. */
function thinned<R>(records: R[] = [], count: number): R[] {
  const wanted = Math.min(records.length, Math.round(count));
  return records.filter(
    (_, i) => Math.floor(((i + 1) * wanted) / records.length) > Math.floor((i * wanted) / records.length),
  );
}
