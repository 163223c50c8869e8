import { expect, test, vi } from "vitest";
import { LoadedEcosystem } from "../../../api/ecosystems/loaded-ecosystem.ts";
import { effectOf, withEntries } from "../../../api/schema/effect-of.ts";
import { factsAt, type Moment } from "../../../api/schema/moment.ts";
import type { Facts } from "../../../api/time/facts.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import { type AnyRecord, type EcosystemDocument, fieldsOf, type RecordKind } from "../../../cypher/model/document.ts";
import { identityOf, recordKindNames, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { generatedEcosystem } from "../../support/generated-ecosystem.ts";
import { type SeededRandom, seededRandom } from "../../support/seeded-random.ts";
import { ecosystem } from "./support.ts";

vi.setConfig({ testTimeout: 60_000 });

const moments: readonly Moment[] = [
  { asOf: "2026-06-30", minConfidence: 0 },
  { asOf: "2024-01-01", minConfidence: 0.5 },
];

/** Maps in the order in which measures walk through them; what is asked by calling is asked of all claims. */
const listed = ({ confidenceOf, earlierVersions, ...facts }: Facts) => ({
  ...Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value instanceof Map ? [...value.entries()] : value]),
  ),
  ofClaims: [...facts.claimsAbout.values()].flat().map((claim) => [confidenceOf(claim), earlierVersions(claim)]),
});

/** A record of the kind is removed, or gets what another one of the kind says; its identity stays. */
function randomChange(random: SeededRandom, document: EcosystemDocument, kind: RecordKind) {
  const records = (document[kind] ?? []) as AnyRecord[];
  const before = random.pick(records);
  const key = identityOf(kind, before);
  if (random.chance(0.3)) return { kind, key, before, after: null };
  const own = Object.fromEntries(recordKinds[kind].identity.map((field) => [field, fieldsOf(before)[field]]));
  return { kind, key, before, after: { ...random.pick(records), ...own } };
}

const kindsOf = (document: EcosystemDocument) => recordKindNames.filter((kind) => (document[kind] ?? []).length > 1);

/** The state as it would be read from the database: it shares nothing with the one before. */
const readAnew = ({ document }: LoadedEcosystem) => new LoadedEcosystem(1, structuredClone(document));

test("whatever changes, facts and effect are those of an ecosystem that is read and measured anew", () => {
  const random = seededRandom(7);
  let state = new LoadedEcosystem(1, generatedEcosystem({ key: "e", actors: 40 }));
  const touched = new Set<RecordKind>();
  for (let round = 0; round < 150; round++) {
    const kind = random.pick(kindsOf(state.document));
    touched.add(kind);
    const after = withEntries(state, [randomChange(random, state.document, kind)]);
    const moment = moments[round % moments.length]!;
    expect(listed(factsAt(after, moment)), kind).toEqual(listed(factsInForce(after.document, moment)));
    const focal = random.chance(0.2) ? "a1" : undefined;
    expect(effectOf(state, after, moment, focal), kind).toEqual(
      effectOf(readAnew(state), readAnew(after), moment, focal),
    );
    // Half of the changes are only tried.
    if (random.chance(0.5)) state = after;
  }
  expect(touched.size).toBeGreaterThan(15);
});

test("after a change of one claim, the other facts are the same objects as before", () => {
  const [moment] = moments;
  const before = new LoadedEcosystem(1, generatedEcosystem({ key: "e", actors: 40 }));
  const claim = before.document.claims![0]!;
  const changed = { kind: "claims" as const, key: identityOf("claims", claim), before: claim };
  const was = factsAt(before, moment!);
  const is = factsAt(withEntries(before, [{ ...changed, after: { ...claim, extent: claim.extent / 2 } }]), moment!);
  const differing = Object.keys(is).filter((name) => is[name as keyof Facts] !== was[name as keyof Facts]);
  expect(differing).toEqual(["claimsOn", "claimsAbout", "earlierVersions"]);
  const regrouped = [...is.claimsOn].filter(([activity, claims]) => was.claimsOn.get(activity) !== claims);
  expect(regrouped.map(([activity]) => activity)).toEqual([claim.activity]);
});

test("a stated rivalry counts anew when its source gets another grade", () => {
  const [moment] = moments;
  const evidence = { key: "e", title: "E", reliability: "D", credibility: 1 } as const;
  const before = new LoadedEcosystem(
    1,
    ecosystem({
      actors: ["f", "g"].map((key) => ({ key, name: key, kinds: ["MANUFACTURER"] })),
      activities: [{ key: "j", name: "J", layer: "SERVICE" }],
      claims: [{ about: "f", activity: "j", extent: 1 }],
      evidence: [evidence],
      relations: [{ from: "f", to: "g", type: "COMPETES_WITH", evidence: ["e"] }],
    }),
  );
  const changed = { kind: "evidence" as const, key: "e", before: evidence, after: { ...evidence, reliability: "B" } };
  const after = withEntries(before, [changed]);
  const [rival] = effectOf(before, after, moment!, "f").threats;
  expect(rival).toMatchObject({ key: "g" });
  expect(rival!.after! / rival!.before!).toBeCloseTo(0.8 / 0.4);
});
