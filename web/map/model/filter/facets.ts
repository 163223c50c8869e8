import type { MapEdgeKind, ThreatLevel } from "../../../graphql/schema-types.ts";
import { percent } from "../../../shared/format.ts";
import { actorKindWords, competitorWords, layerWords, levelWords, relationWords } from "../../../shared/words.ts";
import type { MapEdge, MapNode } from "../facts.graphql.ts";
import { drawnRelations, edgeLooks, kinds } from "../kinds.ts";
import type { ChoiceFacet, Facet, RangeFacet } from "./facet.ts";

const asNode = (one: MapNode | MapEdge): MapNode => one as MapNode;
const ofActors = (read: (node: MapNode) => readonly string[]) => (one: MapNode | MapEdge) =>
  one.kind === "ACTOR" ? read(asNode(one)) : null;
/** Labels of enum values; a free label is its own text. */
const worded = (words: Readonly<Record<string, string>>) => (value: string) => words[value] ?? value;
const regions = new Intl.DisplayNames("en-GB", { type: "region", fallback: "code" });

const kind: ChoiceFacet = {
  type: "choice",
  name: "kinds",
  label: "Kind",
  of: "nodes",
  values: ofActors((node) => node.actorKinds ?? []),
  words: worded(actorKindWords),
  order: Object.keys(kinds),
};

const relation: ChoiceFacet = {
  type: "choice",
  name: "relations",
  label: "Relation",
  of: "relations",
  values: (one) => (edgeLooks[one.kind as keyof typeof edgeLooks] ? [one.kind] : null),
  words: (value) => relationWords[value as MapEdgeKind]?.word ?? value,
  order: drawnRelations.map(([kind]) => kind),
};

const label: ChoiceFacet = {
  type: "choice",
  name: "labels",
  label: "Label",
  of: "nodes",
  values: ofActors((node) => node.labels ?? []),
  words: (value) => value,
  none: "No label",
};

const tag: ChoiceFacet = {
  type: "choice",
  name: "tags",
  label: "Tag",
  of: "nodes",
  // Tags for the map's focal firm; a tag has a type or a free label.
  values: (one, { facts: { focal } }) =>
    one.kind !== "ACTOR" || one.id === focal?.id
      ? null
      : (asNode(one).tags ?? [])
          .filter((entry) => !focal || entry.focal === focal.key)
          .flatMap((entry) => entry.type ?? entry.label ?? []),
  words: worded(competitorWords),
  none: "No tag",
};

const country: ChoiceFacet = {
  type: "choice",
  name: "countries",
  label: "Country",
  of: "nodes",
  values: ofActors((node) => (node.country ? [node.country] : [])),
  words: (value) => (/^[A-Z]{2}$/.test(value) ? (regions.of(value) ?? value) : value),
  none: "Country not recorded",
};

const layer: ChoiceFacet = {
  type: "choice",
  name: "layers",
  label: "Layer",
  of: "nodes",
  values: (one, { layers, facts }) => {
    if (one.kind === "ACTOR") return layers.get(one.id) ?? [];
    if (one.kind !== "ACTIVITY") return null;
    const known = asNode(one).layer ?? facts.boundaries.find(({ activity }) => activity.id === one.id)?.activity.layer;
    return known ? [known] : [];
  },
  words: worded(layerWords),
  none: "No layer",
  order: Object.keys(layerWords),
};

/** The most severe first. */
const levelRanks: Record<ThreatLevel, number> = { SEVERE: 0, HIGH: 1, MODERATE: 2, LOW: 3 };

const level: ChoiceFacet = {
  type: "choice",
  name: "levels",
  label: "Competitive threat",
  of: "nodes",
  // The focal firm is not a rival of itself, and stays.
  values: (one, { levels, facts }) => {
    if (one.kind !== "ACTOR" || one.id === facts.focal?.id || levels.size === 0) return null;
    const found = levels.get(one.id);
    return found ? [found] : [];
  },
  words: worded(levelWords),
  none: "No threat",
  order: (Object.keys(levelRanks) as ThreatLevel[]).sort((a, b) => levelRanks[a] - levelRanks[b]),
};

const sure: RangeFacet = {
  type: "range",
  name: "sure",
  label: "Confidence",
  low: 0,
  high: 1,
  step: 0.05,
  open: 0,
  words: (value) => (value === 0 ? "Any" : `Confidence at least ${percent(value)}`),
  passes: ({ confidence }, min) => confidence === null || confidence === undefined || confidence >= min,
};

const yearDays = 365.25;

const fresh: RangeFacet = {
  type: "range",
  name: "fresh",
  label: "Age of evidence",
  low: 0.5,
  high: 10,
  step: 0.5,
  open: 10,
  words: (value) => (value >= 10 ? "Any" : `Evidence at most ${value} ${value === 1 ? "year" : "years"} old`),
  passes: ({ evidenceNewest }, max, { day }) =>
    !evidenceNewest || (Date.parse(day) - Date.parse(evidenceNewest)) / 86_400_000 <= max * yearDays,
};

/** In the order of the panel. A new one is an entry here and a parameter in state/filter-search.ts. */
export const facets: readonly Facet[] = [kind, relation, level, label, tag, country, layer, sure, fresh];
