import type { RecordRef } from "../../../cypher/model/document.ts";
import { finePoints } from "../../shared/format.ts";
import { compareText, EPSILON, highestFirst } from "../../shared/order.ts";
import { actorName } from "../../time/facts.ts";
import { statusInWords } from "../boundary/boundary-status.ts";
import type { CoherenceDimensionKind } from "../coherence/dimensions.ts";
import { scoreInWords } from "../coherence/score-in-words.ts";
import { levelsInWords } from "../threat/level.ts";
import type { Judgement } from "./judgement.ts";

export type DifferenceKind =
  | "COHERENCE"
  | "DIMENSION"
  | "ITEM"
  | "BOUNDARY"
  | "SERVITIZATION"
  | "BREADTH"
  | "PERCEPTION_GAP"
  | "THREAT";

/** A figure that differs after the changes: as a number (null: unknown, or missing) and in words. */
export interface Difference {
  kind: DifferenceKind;
  /** Of a dimension or an item. */
  dimension: CoherenceDimensionKind | null;
  key: string;
  label: string;
  before: number | null;
  after: number | null;
  was: string;
  becomes: string;
  /** Empty for the whole ecosystem. */
  subjects: RecordRef[];
}

/**
 * A figure of a judgement, before it is compared. Figures with a status differ when the status does, whatever the
 * number.
 */
interface Figure extends Omit<Difference, "before" | "after" | "was" | "becomes" | "kind" | "dimension"> {
  dimension?: CoherenceDimensionKind;
  value: number | null;
  state?: string;
  words: string;
}

interface Row {
  kind: DifferenceKind;
  figures(judgement: Judgement): Figure[];
  /** Text for a figure that one of the two lacks. */
  missing: string;
}

const score = (value: number | null): string => (value === null ? "unknown" : finePoints(value));
const actor = (key: string): RecordRef[] => [{ kind: "actors", key }];

const positionRow = (
  kind: DifferenceKind,
  what: string,
  pick: (position: Judgement["positions"][number]) => number | null,
): Row => ({
  kind,
  missing: "no position",
  figures: ({ positions, facts }) =>
    positions.map((position) => ({
      key: position.actor,
      label: `${what} of ${actorName(facts, position.actor)}`,
      subjects: actor(position.actor),
      value: pick(position),
      words: pick(position)?.toFixed(2) ?? "unknown",
    })),
});

/** Compared figures, in the order in which differences are listed. A new figure is a row. */
const differenceRows: readonly Row[] = [
  {
    kind: "COHERENCE",
    missing: "unknown",
    figures: ({ coherence }) => [
      {
        key: "",
        label: "Coherence",
        subjects: [],
        value: coherence.score,
        words: scoreInWords(coherence, finePoints),
      },
    ],
  },
  {
    kind: "DIMENSION",
    missing: "unknown",
    figures: ({ coherence }) =>
      coherence.dimensions.map((dimension) => ({
        key: dimension.kind,
        dimension: dimension.kind,
        label: dimension.name,
        subjects: [],
        value: dimension.score,
        words: scoreInWords(dimension, finePoints),
      })),
  },
  {
    kind: "ITEM",
    missing: "no item",
    figures: ({ coherence }) =>
      coherence.dimensions.flatMap(({ kind, items }) =>
        items.map(({ key, label, subjects, value }) => ({
          key: `${kind} ${key}`,
          dimension: kind,
          label,
          subjects,
          value,
          words: score(value),
        })),
      ),
  },
  {
    kind: "BOUNDARY",
    missing: "no activity",
    figures: ({ boundaries, facts }) =>
      boundaries.map(({ activity, status, value, leads }) => ({
        key: activity,
        label: facts.activities.get(activity)!.name,
        subjects: [{ kind: "activities", key: activity }],
        value,
        state: [status, ...leads].join(" "),
        words: [statusInWords(status), ...leads.map((lead) => actorName(facts, lead))].join(", "),
      })),
  },
  positionRow("SERVITIZATION", "Servitization", (it) => it.servitization),
  positionRow("BREADTH", "Breadth", (it) => it.breadth),
  positionRow("PERCEPTION_GAP", "Perception gap", (it) => it.perceptionGap),
  {
    kind: "THREAT",
    missing: "no threat",
    figures: ({ threats, facts }) =>
      (threats?.rivals ?? []).map(({ rival, threat, high }) => ({
        key: rival,
        label: actorName(facts, rival),
        subjects: actor(rival),
        value: threat,
        words: `${finePoints(threat)}, ${levelsInWords(threat, high)}`,
      })),
  },
];

const isSame = (a: Figure | undefined, b: Figure | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.state === b.state &&
  (a.value === null || b.value === null ? a.value === b.value : Math.abs(a.value - b.value) <= EPSILON);

/** An added or removed figure ranks above any number. */
const size = ({ before, after }: Difference): number =>
  before === null || after === null ? Number.POSITIVE_INFINITY : Math.abs(after - before);

/** Every difference, by kind of figure, then the largest first, then by key. */
export function differences(before: Judgement, after: Judgement): Difference[] {
  return differenceRows.flatMap(({ kind, figures, missing }) => {
    const was = new Map(figures(before).map((figure) => [figure.key, figure]));
    const becomes = new Map(figures(after).map((figure) => [figure.key, figure]));
    const found: Difference[] = [];
    for (const key of new Set([...was.keys(), ...becomes.keys()])) {
      const [a, b] = [was.get(key), becomes.get(key)];
      if (isSame(a, b)) continue;
      const { label, subjects, dimension } = (b ?? a)!;
      found.push({
        kind,
        dimension: dimension ?? null,
        key: kind === "ITEM" ? key.slice(key.indexOf(" ") + 1) : key,
        label,
        before: a?.value ?? null,
        after: b?.value ?? null,
        was: a?.words ?? missing,
        becomes: b?.words ?? missing,
        subjects,
      });
    }
    return highestFirst(found, size, (a, b) => compareText(a.key, b.key));
  });
}
