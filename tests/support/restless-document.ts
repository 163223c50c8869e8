import fc from "fast-check";
import type { ClaimRecord, EcosystemDocument, FactBase } from "../../cypher/model/document.ts";
import { randomDocument } from "./random-document.ts";

const day = fc
  .tuple(fc.integer({ min: 2019, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const statuses = ["PROPOSED", "DRAFT", "PUBLISHED", "WITHDRAWN"] as const;
const draws = fc.infiniteStream(fc.record({ change: fc.integer({ min: 0, max: 5 }), a: day, b: day }));

/** Gives a draw an earlier end or a later start: actors, activities and standards too. */
function restless<Fact extends FactBase>(fact: Fact, { change, a, b }: { change: number; a: string; b: string }): Fact {
  const [from, to] = a < b ? [a, b] : [b, a];
  if (change === 0 && from < to) return { ...fact, validFrom: from, validTo: to };
  if (change === 1) return { ...fact, validFrom: from, validTo: undefined };
  if (change === 2 && (fact.validFrom ?? "") < to) return { ...fact, validTo: to };
  return fact;
}

/**
 * Random documents with many changes between 2019 and 2027: actors with their claims, versions of one fact, standards
 * with a history, moves with responses. In half of them the focal firm "a0" is active throughout.
 */
export const restlessDocument: fc.Arbitrary<EcosystemDocument> = fc
  .tuple(randomDocument, draws, fc.boolean())
  .map(([document, stream, isPlaced]) => {
    const next = () => stream.next().value!;
    const stir = <Fact extends FactBase>(facts: readonly Fact[] | undefined): Fact[] =>
      (facts ?? []).map((fact) => restless(fact, next()));
    const unlike = <Fact extends FactBase>(facts: readonly Fact[], nameOf: (fact: Fact) => string): Fact[] => [
      ...new Map(facts.map((fact) => [`${nameOf(fact)}|${fact.validFrom ?? ""}`, fact])).values(),
    ];
    const claims = stir(document.claims);
    const placed: ClaimRecord = { about: "a0", activity: "j0", extent: 0.7 };
    return {
      ...document,
      actors: stir(document.actors).map((it) =>
        isPlaced && it.key === "a0" ? { ...it, validFrom: undefined, validTo: undefined } : it,
      ),
      activities: stir(document.activities).map((it) =>
        isPlaced && it.key === "j0" ? { ...it, validFrom: undefined, validTo: undefined } : it,
      ),
      standards: stir(document.standards).map((it) => {
        const [first, second] = [next(), next()];
        return first.a >= second.a || first.change > 2
          ? it
          : {
              ...it,
              history: [
                { status: statuses[first.change]!, on: first.a },
                { status: it.status, on: second.a },
              ],
            };
      }),
      // Two versions of each, so that later ones replace earlier ones and end before them.
      claims: unlike<ClaimRecord>(
        [
          ...claims.filter((it) => !isPlaced || it.about !== "a0" || it.by !== undefined),
          ...claims
            .map((it) => ({ ...it, extent: 1 - it.extent, validFrom: next().a, validTo: undefined }))
            .filter((it) => !isPlaced || it.by !== undefined),
          ...(isPlaced ? [placed] : []),
        ],
        (it) => `${it.by}|${it.about}|${it.activity}`,
      ),
      relations: unlike(
        [
          ...stir(document.relations),
          ...(document.relations ?? []).slice(0, 5).map((it) => ({ ...it, validFrom: next().a, validTo: undefined })),
        ],
        (it) => `${it.type}|${it.from}|${it.to}`,
      ),
      interfaces: stir(document.interfaces),
      agreements: stir(document.agreements),
      initiatives: stir(document.initiatives),
      installations: stir(document.installations),
      profiles: unlike(stir(document.profiles), (it) => it.actor),
      moves: stir(document.moves),
      responses: stir(document.responses),
    } as EcosystemDocument;
  });

/** Days between 2018 and 2028, in ascending order, each once. */
export const ascendingDays: fc.Arbitrary<string[]> = fc
  .uniqueArray(day, { minLength: 2, maxLength: 8 })
  .map((days) => days.sort());
