import type { InterventionKind, WhatIfInput } from "../../../graphql/schema-types.ts";
import type { Boundary, Claim } from "../facts.graphql.ts";
import type { CompareSearch } from "../search-params/compare-search.ts";

// In the address an intervention is "KIND key" and a moved claim "claim's Node id>actor's key": neither kinds, ids nor
// keys hold the sign between them.

export const toWhat = ({ kind, key }: { kind: string; key: string }): string => `${kind} ${key}`;
export const toMoved = (claim: string, to: string): string => `${claim}>${to}`;

type Changes = { [Part in "interventions" | "moveClaims"]: NonNullable<WhatIfInput[Part]> };

/** Scenario of the URL; null without one. */
export function changesOf({ what = [], moved = [] }: CompareSearch): Changes | null {
  if (what.length === 0 && moved.length === 0) return null;
  const halves = (text: string, sign: string): [string, string] => {
    const at = text.indexOf(sign);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  };
  return {
    // A kind that an old link has and the schema has not is refused by the API, in its words.
    interventions: what
      .map((text) => halves(text, " "))
      .map(([kind, key]) => ({ kind: kind as InterventionKind, key })),
    moveClaims: moved.map((text) => halves(text, ">")).map(([claim, to]) => ({ claim, to })),
  };
}

/** Main claim about an actor in an activity: its own, else that of others, one to lead first. */
export function claimOn({ claims: all }: Pick<Boundary, "claims">, actor: string): Claim | null {
  const claims = all.filter((claim) => claim.about.id === actor);
  const rank = (claim: Claim) => (claim.by?.id === actor ? 2 : 0) + (claim.lead ? 1 : 0);
  return [...claims].sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Whose view a claim is, in words. */
export const speakerOf = ({ by, about }: Pick<Claim, "by" | "about">): string =>
  by === null ? "our assessment" : by.id === about.id ? "self-reported" : `claimed by ${by.name}`;
