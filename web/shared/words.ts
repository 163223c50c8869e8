import words from "../../api/words.json";
import type {
  ActorKind,
  BoundaryStatus,
  ChangedKind,
  CompetitorType,
  DimensionKind,
  InterventionKind,
  Layer,
  Lens,
  MapEdgeKind,
  MapNodeKind,
  MoveType,
  SegmentAge,
  SegmentInfrastructure,
  SegmentOrigin,
  SegmentReadiness,
  ThreatFactorKind,
  ThreatLevel,
  ThreatPart,
  TimelineEventKind,
  ValidityStatus,
  Voice,
} from "../graphql/schema-types.ts";
import { capital } from "./format.ts";

// Look-ups of the words that the API's tables hold; none is written here. Typed by the schema: a value that has no words
// does not compile.

type WordOf<Value extends string> = Readonly<Record<Value, string>>;

const each = <Value extends string, Row, Cell>(
  rows: Readonly<Record<Value, Row>>,
  cell: (row: Row) => Cell,
): Readonly<Record<Value, Cell>> =>
  Object.fromEntries(Object.entries<Row>(rows).map(([value, row]) => [value, cell(row)])) as Record<Value, Cell>;

const wordsOf = <Value extends string>(rows: Readonly<Record<Value, { word: string }>>): WordOf<Value> =>
  each(rows, ({ word }) => word);

export const actorKindWords: WordOf<ActorKind> = wordsOf(words.ActorKind);
export const layerWords: WordOf<Layer> = wordsOf(words.Layer);
/** In the order of the legend. */
export const voiceWords: WordOf<Voice> = wordsOf(words.Voice);
export const boundaryWords: WordOf<BoundaryStatus> = wordsOf(words.BoundaryStatus);
export const boundaryMeanings: WordOf<BoundaryStatus> = each(words.BoundaryStatus, ({ description }) => description);
export const dimensionWords: WordOf<DimensionKind> = wordsOf(words.CoherenceDimensionKind);
export const interventionWords: WordOf<InterventionKind> = wordsOf(words.InterventionKind);
export const competitorWords: WordOf<CompetitorType> = wordsOf(words.CompetitorType);
export const levelWords: WordOf<ThreatLevel> = wordsOf(words.ThreatLevel);
/** "Low", and "Low, could be high" where the upper bound has another level. */
export const levelText = ({ level, levelAtMost }: { level: ThreatLevel; levelAtMost: ThreatLevel }): string =>
  level === levelAtMost ? levelWords[level] : `${levelWords[level]}, could be ${levelWords[levelAtMost].toLowerCase()}`;
export const factorWords: WordOf<ThreatFactorKind> = wordsOf(words.ThreatFactorKind);
export const threatPartWords: WordOf<ThreatPart> = { ...factorWords, ...wordsOf(words.ThreatDamperKind) };
export const moveWords: WordOf<MoveType> = wordsOf(words.MoveType);
export const lensWords: WordOf<Lens> = wordsOf(words.Lens);
export const nodeKindWords: WordOf<MapNodeKind> = wordsOf(words.MapNodeKind);
export const validityWords: WordOf<ValidityStatus> = wordsOf(words.ValidityStatus);
export const eventWords: WordOf<TimelineEventKind> = wordsOf(words.TimelineEventKind);
export const readinessWords: WordOf<SegmentReadiness> = wordsOf(words.SegmentReadiness);
export const infrastructureWords: WordOf<SegmentInfrastructure> = wordsOf(words.SegmentInfrastructure);
export const originWords: WordOf<SegmentOrigin> = wordsOf(words.SegmentOrigin);
export const ageWords: WordOf<SegmentAge> = wordsOf(words.SegmentAge);

/** How far a response has come: an enum of the document that is no type of the schema. */
export type ResponseStatus = keyof typeof words.ResponseStatus;
export const responseWords: WordOf<ResponseStatus> = wordsOf(words.ResponseStatus);

/** A relation read from its source (word) and from its target (reverse). */
export const relationWords: Readonly<Record<MapEdgeKind, { word: string; reverse: string }>> = words.MapEdgeKind;

/** Kinds of record and views: the word is the name of several. */
export const recordKindWords: Readonly<Record<ChangedKind, { word: string; singular: string; isFact: boolean }>> =
  words.ChangedKind;

export const layerWord = (layer: Layer | null): string => (layer ? layerWords[layer] : "Layer not given");

/** Default display name of an enum value: "PARTNERS_WITH" becomes "Partners with". */
export const plain = (name: string): string => capital(name.toLowerCase().replaceAll("_", " "));
