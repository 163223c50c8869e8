import type { FactBase, RecordRef } from "../../../cypher/model/document.ts";
import { commonInitiatives, type Facts, pairKey } from "../../time/facts.ts";
import { standingOf } from "../boundary/boundary.ts";
import { type CoherenceDimensionKind, type DimensionItem, refTo } from "../coherence/dimension.ts";
import { nameOf } from "./name-of.ts";

type Read = (facts: Facts, item: Pick<DimensionItem, "key" | "subjects">) => RecordRef[];

/** Relations and initiatives are what aligns actors. */
const alignment = (fact: FactBase): RecordRef =>
  "participants" in fact ? nameOf("initiatives", fact as never) : nameOf("relations", fact as never);

const fleet: Read = (facts, { key }) => (facts.installationsAt.get(key) ?? []).map((it) => nameOf("installations", it));

/** The facts that an item of each dimension was read from: what its part of the map is drawn of. */
export const coherenceReads: Readonly<Record<CoherenceDimensionKind, Read>> = {
  EXPECTATIONS: (facts, { key }) => (facts.stancesOn.get(key) ?? []).map((it) => nameOf("stances", it)),
  BOUNDARIES: (facts, { key }) => {
    const { claims, amongAll } = standingOf(facts, key);
    return [...claims.map((it) => nameOf("claims", it)), ...amongAll.joinedBy.map(alignment)];
  },
  INSTALLED_BASE: fleet,
  STANDARDS: (facts, { key }) => {
    const found = facts.interfaces.find((it) => it.key === key)!;
    const adoptions = [found.a, found.b].flatMap((end) =>
      found.candidates.flatMap((candidate) => facts.adoptions.get(end)?.get(candidate) ?? []),
    );
    return [
      nameOf("interfaces", found),
      ...found.candidates.map((candidate) => refTo("standards", candidate)),
      ...adoptions.map((it) => nameOf("adoptions", it)),
    ];
  },
  CONTROL_SYSTEMS: fleet,
  DATA_SHARING: (facts, { key, subjects }) => {
    const [provider, customer] = subjects.map((subject) => subject.key) as [string, string];
    const profile = facts.profiles.get(customer);
    const agreement = facts.agreements.get(key);
    return [
      ...(facts.suppliesFrom.get(provider) ?? [])
        .filter(({ to }) => to === customer)
        .map((it) => nameOf("relations", it)),
      ...(profile ? [nameOf("profiles", profile)] : []),
      ...(agreement ? [nameOf("agreements", agreement)] : []),
    ];
  },
  JOINT_DEVELOPMENT: (facts, { key, subjects }) => {
    const [a, b] = subjects.map((subject) => subject.key) as [string, string];
    return [
      ...facts.interfaces.filter((it) => pairKey(it.a, it.b) === key).map((it) => nameOf("interfaces", it)),
      ...facts.dependencies.filter((it) => pairKey(it.from, it.to) === key).map((it) => nameOf("relations", it)),
      ...commonInitiatives(facts, a, b).map((it) => nameOf("initiatives", it)),
    ];
  },
};
