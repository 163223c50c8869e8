import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";

/** Numbers of actors at which the measures are tried. */
export const sizes = [100, 1_000, 10_000];

/** The day on which the benches look at their ecosystems. */
export const moment = { asOf: "2026-06-30" };

export const countRecords = (document: EcosystemDocument): number =>
  recordKindNames.reduce((sum, kind) => sum + (document[kind]?.length ?? 0), 0);

/** Exactly so many records: those that nothing refers to are left out where there are more. */
export function documentOf(records: number, key: string): EcosystemDocument {
  // A little more than are wanted, since each actor comes with 19 to 20.
  const document = generatedEcosystem({ key, actors: Math.ceil(records / 19) });
  let surplus = countRecords(document) - records;
  for (const kind of ["stances", "actorCapabilities", "adoptions"] as const) {
    const list: unknown[] = document[kind] ?? [];
    const cut = Math.min(surplus, list.length - 1);
    list.length -= cut;
    surplus -= cut;
  }
  if (surplus !== 0) throw new Error(`${records} records cannot be made: ${surplus} are too many.`);
  return document;
}

/** An ecosystem whose map has exactly so many nodes and edges, and which holds nothing that the map does not show. */
export function documentOfMap(nodes: number, edges: number, key: string): EcosystemDocument {
  const drawn = generatedEcosystem({ key, actors: Math.round(nodes * 0.7) });
  const { actors = [], activities = [], standards = [], evidence = [], capabilities = [] } = drawn;
  // Nothing refers to an offering: as many stay as there is room for.
  const offerings = (drawn.offerings ?? []).slice(0, nodes - actors.length - activities.length - standards.length);
  let wanted = edges - offerings.reduce((sum, offering) => sum + 1 + (offering.activities?.length ?? 0), 0);
  const take = <R>(records: R[] | undefined, most: number): R[] => {
    const taken = (records ?? []).slice(0, Math.min(most, wanted));
    wanted -= taken.length;
    return taken;
  };
  const document: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key, name: "A large map", focal: "a0" },
    ...{ evidence, capabilities, actors, activities, standards, offerings },
    claims: take(drawn.claims, edges * 0.4),
    adoptions: take(drawn.adoptions, edges * 0.15),
    interfaces: take(drawn.interfaces, edges * 0.1),
    agreements: take(drawn.agreements, edges * 0.1),
    relations: take(drawn.relations, edges),
  };
  const made = actors.length + activities.length + standards.length + offerings.length;
  if (made !== nodes || wanted !== 0) throw new Error(`No map of ${nodes} nodes and ${edges} edges can be made.`);
  return document;
}
