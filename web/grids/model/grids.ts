import type { RecordKind } from "../../graphql/schema-types.ts";
import { describedKinds } from "../../shared/described-records.ts";
import { recordKindWords } from "../../shared/words.ts";
import { customersOf, dataSharingGrid, providersOf } from "./data-sharing.ts";
import type { Grid } from "./grid.ts";
import type { GridFacts } from "./grid-facts.ts";
import { adoptionsGrid, type ClaimView, capabilitiesGrid, claimsGrid, stancesGrid } from "./matrices.ts";
import { plainGrid } from "./plain.ts";
import { plainGridName } from "./question-place.ts";
import { relationsGrid } from "./relations.ts";

export interface GridOptions {
  view: ClaimView;
  /** Of data sharing, besides those of which something is recorded. */
  provider: string | null;
}

export interface GridChoice {
  /** In the address. */
  name: string;
  label: string;
  /** Kinds of record that it reads. */
  reads: readonly RecordKind[];
  /** Kinds without whose records it is empty. */
  needs: readonly RecordKind[];
  build(facts: GridFacts, options: GridOptions): Grid;
}

export const matrixChoices: readonly GridChoice[] = [
  {
    name: "activities",
    label: "Actors and activities",
    reads: ["ACTORS", "ACTIVITIES", "CLAIMS"],
    needs: ["ACTORS", "ACTIVITIES"],
    build: (facts, { view }) => claimsGrid(facts, view),
  },
  {
    name: "topics",
    label: "Actors and topics",
    reads: ["ACTORS", "TOPICS", "STANCES"],
    needs: ["ACTORS", "TOPICS"],
    build: stancesGrid,
  },
  {
    name: "standards",
    label: "Actors and standards",
    reads: ["ACTORS", "STANDARDS", "ADOPTIONS"],
    needs: ["ACTORS", "STANDARDS"],
    build: adoptionsGrid,
  },
  {
    name: "capabilities",
    label: "Actors and capabilities",
    reads: ["ACTORS", "CAPABILITIES", "ACTOR_CAPABILITIES"],
    needs: ["ACTORS", "CAPABILITIES"],
    build: capabilitiesGrid,
  },
  {
    name: "data-sharing",
    label: "Customers and data sharing",
    reads: ["ACTORS", "RELATIONS", "AGREEMENTS", "PROFILES"],
    needs: ["ACTORS"],
    build: (facts, { provider }) =>
      dataSharingGrid(facts, [...new Set([...(provider ? [provider] : []), ...providersOf(facts)])]),
  },
  {
    name: "relations",
    label: "Actors and actors",
    reads: ["ACTORS", "RELATIONS"],
    needs: ["ACTORS"],
    build: relationsGrid,
  },
  {
    name: "installations",
    label: "Installations by customer",
    reads: ["ACTORS", "CONTROL_SYSTEMS", "EVIDENCE", "INSTALLATIONS"],
    needs: ["ACTORS"],
    build: (facts) => plainGrid(facts, "INSTALLATIONS", { field: "customer", of: customersOf(facts) }),
  },
];

/** Positions on the map are dragged, not typed. */
const plainKinds = [...describedKinds]
  .filter(({ value }) => value !== "LAYOUT")
  .sort((a, b) => Number(b.isFact) - Number(a.isFact));

export const plainChoices: readonly GridChoice[] = plainKinds.map(({ value, fields }) => {
  const referred = describedKinds.filter(({ kind }) => fields.some(({ to }) => to === kind)).map((one) => one.value);
  return {
    name: plainGridName(value),
    label: recordKindWords[value].word,
    reads: [...new Set([value, ...referred])],
    needs: [],
    build: (facts: GridFacts) => plainGrid(facts, value),
  };
});

export const gridChoices: readonly GridChoice[] = [...matrixChoices, ...plainChoices];
