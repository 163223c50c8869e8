import { tooLittleKnown } from "../../../scores/score-text.ts";
import { percent as inPercent } from "../../../shared/format.ts";
import type { MapEdge } from "../facts.graphql.ts";
import type { MapFacts } from "../facts.ts";
import type { MeasureName, WidthName } from "../search-params/style-search.ts";
import { betweennessOf, degreesOf, maxAtOnce, tiesOf } from "./centrality.ts";
import { type Breaks, roundBreaks, type ScaleName } from "./scales.ts";

/** Measure of a node. A new measure is a row and its name in the URL. */
export interface Measure {
  label: string;
  /** Meaning, in lower case for a sentence. */
  meaning: string;
  scale: ScaleName;
  /** Values by record; a missing record is unknown, never 0. */
  values(facts: MapFacts): ReadonlyMap<string, number>;
  breaks(max: number, facts: MapFacts): Breaks;
  /** What a reader must know of its figures: stands in the legend. */
  note?(facts: MapFacts): string | null;
  format(value: number): string;
}

const percent = (value: number) => inPercent(value, 1);
const plain = (value: number) => String(Math.round(value * 100) / 100);
const points = (value: number) => `${Math.round(value * 1000) / 10}`;
const fifths = () => [0.2, 0.4, 0.6, 0.8];

type Position = MapFacts["positions"][number];
const ofPositions =
  (read: (position: Position) => number | null) =>
  ({ positions }: MapFacts) =>
    known(positions.map((position) => [position.actor.id, read(position)]));

const known = (entries: readonly (readonly [string, number | null | undefined])[]) =>
  new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === "number"));

/** Memo for a day's map, however often it is drawn. */
function once<T>(count: (map: MapFacts["map"]) => T): (facts: MapFacts) => T {
  const memory = new WeakMap<MapFacts["map"], T>();
  return ({ map }) => {
    const before = memory.get(map);
    if (before !== undefined) return before;
    const counted = count(map);
    memory.set(map, counted);
    return counted;
  };
}

const degrees = once((map) => degreesOf(tiesOf(map)));
const between = once((map) => betweennessOf(tiesOf(map)));
const none: ReadonlyMap<string, number> = new Map();

export const measures: Record<MeasureName, Measure> = {
  threat: {
    label: "Threat",
    meaning: "competitive threat to the focal firm",
    scale: "threat",
    values: ({ threats }) => known(threats.map((row) => [row.rival.id, row.threat])),
    // Half of the first level that is above low, and where each level begins.
    breaks: (_max, { threatLevels = [] }) => {
      const begins = threatLevels.flatMap(({ lowest }) => (lowest > 0 ? [lowest] : []));
      return begins[0] === undefined ? [] : [begins[0] / 2, ...begins];
    },
    format: percent,
  },
  loss: {
    label: "Coherence loss",
    meaning: "points that related items cost the ecosystem",
    scale: "loss",
    values: ({ loss }) => loss ?? none,
    note: ({ lossCoverage }) =>
      typeof lossCoverage === "number" ? `of what is known; ${tooLittleKnown(lossCoverage)}` : null,
    breaks: (max) => roundBreaks(max, false),
    format: points,
  },
  servitization: {
    label: "Servitization",
    meaning: "0 pure manufacturer, 1 holistic service provider",
    scale: "plain",
    values: ofPositions((position) => position.servitization),
    breaks: fifths,
    format: plain,
  },
  breadth: {
    label: "Breadth",
    meaning: "effective number of activities",
    scale: "plain",
    values: ofPositions((position) => position.breadth),
    breaks: (max) => roundBreaks(max, false),
    format: plain,
  },
  degree: {
    label: "Degree",
    meaning: "number of related records",
    scale: "plain",
    values: degrees,
    breaks: (max) => roundBreaks(max, true),
    format: plain,
  },
  betweenness: {
    label: "Betweenness",
    meaning: "share of shortest paths that pass through it",
    scale: "plain",
    values: (facts) => facts.betweenness ?? (facts.map.nodes.length <= maxAtOnce ? between(facts) : none),
    breaks: (max) => roundBreaks(max, false),
    format: percent,
  },
  confidence: {
    label: "Confidence",
    meaning: "confidence in the record, 0 to 100 %",
    scale: "plain",
    values: ({ map }) => known(map.nodes.map((node) => [node.id, node.confidence])),
    breaks: fifths,
    format: percent,
  },
};

/** Measure of a relation: its own, or one of its two ends. */
type Width = Pick<Measure, "label" | "meaning" | "values" | "note" | "format">;

const ownOf =
  (read: (edge: MapEdge) => number | null) =>
  ({ map }: MapFacts) =>
    known(map.edges.map((edge) => [edge.id, read(edge)]));

/** The higher known value of both ends: the focal firm has no threat to itself. */
function ofEnds({ label, meaning, values, note, format }: Measure): Width {
  const higher = (facts: MapFacts) => {
    const nodes = values(facts);
    return known(
      facts.map.edges.map(({ id, source, target }) => {
        const ends = [source, target].flatMap((end) => nodes.get(end) ?? []);
        return [id, ends.length > 0 ? Math.max(...ends) : null];
      }),
    );
  };
  return { label, meaning: `${meaning}: the higher of its two ends`, values: higher, format, ...(note && { note }) };
}

export const widths: Record<WidthName, Width> = {
  volume: { label: "Volume", meaning: "volume supplied", values: ownOf((edge) => edge.volume), format: plain },
  threat: ofEnds(measures.threat),
  loss: ofEnds(measures.loss),
  servitization: ofEnds(measures.servitization),
  breadth: ofEnds(measures.breadth),
  degree: ofEnds(measures.degree),
  betweenness: ofEnds(measures.betweenness),
  confidence: { ...measures.confidence, values: ownOf((edge) => edge.confidence) },
};
