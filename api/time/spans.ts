import type { AnyRecord, EcosystemDocument, FactBase, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";

/** The days [from, to) on which something counts: "" since ever, "~" for ever; every day is between the two. */
export interface Span {
  from: string;
  to: string;
}

export const ALWAYS: Span = { from: "", to: "~" };

export const isEmpty = ({ from, to }: Span): boolean => from >= to;

/** The days that are in all of the spans; an empty span when there are none. */
export function common(...spans: readonly Span[]): Span {
  let { from, to } = ALWAYS;
  for (const span of spans) {
    if (span.from > from) from = span.from;
    if (span.to < to) to = span.to;
  }
  return { from, to };
}

const later = (day: string | undefined, other: string | undefined): string =>
  (day ?? "") > (other ?? "") ? (day ?? "") : (other ?? "");
const earlier = (day: string | undefined, other: string | undefined): string =>
  (day ?? "~") < (other ?? "~") ? (day ?? "~") : (other ?? "~");

/** The first day of a calendar year. */
export const newYear = (year: number): string => `${String(year).padStart(4, "0")}-01-01`;

/** When a record counts by its own dates, whatever it stands on. Source: model.md section 1, Time. */
export function ownSpan(kind: RecordKind, record: AnyRecord): Span {
  const { validFrom, validTo } = record as FactBase;
  const span = { from: validFrom ?? "", to: validTo ?? "~" };
  if (kind === "moves" || kind === "responses") {
    return { ...span, from: later(validFrom, (record as RecordsByKind["moves"]).date) };
  }
  if (kind === "installations") {
    const { installedYear } = record as RecordsByKind["installations"];
    return installedYear === undefined ? span : { ...span, from: later(validFrom, newYear(installedYear)) };
  }
  if (kind === "initiatives") {
    const { startedOn, endedOn } = record as RecordsByKind["initiatives"];
    return { from: later(validFrom, startedOn), to: earlier(validTo, endedOn) };
  }
  return span;
}

/** What a fact stands on: without it, it does not count. Of a list (participants, candidates) only the member goes. */
const standsOn: { readonly [K in RecordKind]?: readonly { field: string; on: RecordKind }[] } = {
  profiles: [{ field: "actor", on: "actors" }],
  actorCapabilities: [{ field: "actor", on: "actors" }],
  adoptions: [
    { field: "actor", on: "actors" },
    { field: "standard", on: "standards" },
  ],
  claims: [
    { field: "by", on: "actors" },
    { field: "about", on: "actors" },
    { field: "activity", on: "activities" },
  ],
  offerings: [{ field: "provider", on: "actors" }],
  stances: [{ field: "actor", on: "actors" }],
  interfaces: [
    { field: "a", on: "actors" },
    { field: "b", on: "actors" },
  ],
  installations: [{ field: "customer", on: "actors" }],
  agreements: [
    { field: "provider", on: "actors" },
    { field: "customer", on: "actors" },
  ],
  relations: [
    { field: "from", on: "actors" },
    { field: "to", on: "actors" },
  ],
  moves: [{ field: "actor", on: "actors" }],
  responses: [
    { field: "actor", on: "actors" },
    { field: "move", on: "moves" },
  ],
};

const NEVER: Span = { from: "~", to: "" };

/**
 * When each record of a document counts: by its own dates, by what it stands on, and by how sure we are of both.
 * That one version of a fact hides another is not looked at here.
 */
export class Spans {
  readonly #found = new Map<RecordKind, Map<string, Span>>();

  constructor(
    document: EcosystemDocument,
    private readonly minConfidence: number,
  ) {
    for (const kind of ["actors", "standards", "activities", "moves"] as const) {
      const records: readonly (FactBase & { key: string })[] = document[kind] ?? [];
      this.#found.set(kind, new Map(records.map((it) => [it.key, this.of(kind, it as AnyRecord)])));
    }
  }

  /** The days on which the record with this key counts: of an actor, standard, activity or move. */
  find(kind: RecordKind, key: string): Span {
    return this.#found.get(kind)?.get(key) ?? NEVER;
  }

  of(kind: RecordKind, record: AnyRecord): Span {
    if (((record as FactBase).confidence ?? 1) < this.minConfidence) return NEVER;
    let span = ownSpan(kind, record);
    for (const { field, on } of standsOn[kind] ?? []) {
      const key = (record as unknown as Record<string, string | undefined>)[field];
      if (key !== undefined) span = common(span, this.find(on, key));
    }
    return span;
  }
}
