import type {
  AnyRecord,
  EcosystemDocument,
  RecordKind,
  RecordRef,
  StandardRecord,
} from "../../../cypher/model/document.ts";
import { valuesOf } from "../../../cypher/model/enum-table.ts";
import { identityOf, recordKindNames, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import { compareText } from "../../shared/order.ts";
import { utcDayOf } from "../../time/dates.ts";
import { historyStart, ownSpan, RecordSpans, recordsOf } from "../../time/in-force-rules.ts";
import { ALWAYS, contains, isEmpty, newYear, OPEN_END, type Span } from "../../time/spans.ts";
import { versionName } from "../../time/versions.ts";
import { type AgeClass, ageClasses } from "../scoring/equipment-age.ts";
import { type EventKind, eventKinds } from "./event-kind.ts";
import { describeEvent, equipmentWords, eventWords, type NameOf } from "./event-words.ts";

export type { EventKind } from "./event-kind.ts";

/** One event of a day: its record, the records that it is about, and its text. */
export interface TimelineEvent {
  date: string;
  kind: EventKind;
  record: RecordRef;
  /**
   * Records that the record refers to (actors, activities, standards, …), to highlight; the record itself when there
   * are none.
   */
  subjects: RecordRef[];
  label: string;
}

export interface TimelineMark {
  date: string;
  /** In the order of their kinds, then by label and record. */
  events: TimelineEvent[];
}

/**
 * All days with a change, earliest first. From and to are the first and the last day of an actor's event: the start-up
 * and ageing of equipment may be far outside. Null without any event.
 */
export interface Timeline {
  from: string | null;
  to: string | null;
  marks: TimelineMark[];
}

/** Order of the events of one day. */
const rank = new Map(valuesOf(eventKinds).map((kind, index) => [kind, index]));

function namesOf(document: EcosystemDocument): NameOf {
  const names = new Map<string, string>();
  for (const kind of ["actors", "activities", "standards", "topics", "capabilities"] as const) {
    for (const { key, name } of document[kind] ?? []) names.set(`${kind} ${key}`, name);
  }
  for (const { key, title } of document.moves ?? []) names.set(`moves ${key}`, title);
  return (kind, key) => names.get(`${kind} ${key}`) ?? key ?? "unknown";
}

function subjectsOf(kind: RecordKind, record: AnyRecord, ref: RecordRef): RecordRef[] {
  const subjects = new Map<string, RecordRef>();
  for (const reference of recordKinds[kind].references) {
    if (reference.to === "evidence") continue;
    for (const key of referencedKeys(record, reference))
      subjects.set(`${reference.to} ${key}`, { kind: reference.to, key });
  }
  return kind === "actors" || kind === "activities" || kind === "standards" || subjects.size === 0
    ? [ref]
    : [...subjects.values()];
}

/** Days on which a later version of a fact begins: the version before it does not end there but is replaced. */
function successions(kind: RecordKind, records: readonly { record: AnyRecord; span: Span }[]): Set<string> {
  return new Set(records.map(({ record, span }) => `${span.from} ${versionName(kind, record)}`));
}

type Add = (date: string, kind: EventKind, record: RecordRef, subjects: RecordRef[], label: string) => void;

function addBeginningsAndEnds(
  document: EcosystemDocument,
  spans: RecordSpans,
  period: Span,
  name: NameOf,
  add: Add,
): void {
  const isAsked = (day: string): boolean => day > period.from && day <= period.to && day !== OPEN_END;
  for (const kind of recordKindNames) {
    const all = eventWords[kind] === undefined ? [] : recordsOf(document, kind);
    const records = all
      .map((record) => ({ record, span: spans.of(kind, record) }))
      .filter(({ span }) => !isEmpty(span));
    const asked = records.filter(({ span }) => isAsked(span.from) || isAsked(span.to));
    const begun = asked.some(({ span }) => isAsked(span.to)) ? successions(kind, records) : new Set<string>();
    for (const { record, span } of asked) {
      const own = ownSpan(kind, record);
      const ref = { kind, key: identityOf(kind, record) };
      // A record that starts or ends with the actor it depends on has no event of its own: the actor's event covers it.
      // A standard that starts with its history has that of its first status.
      const byStatus = kind === "standards" && historyStart((record as StandardRecord).history) === span.from;
      if (isAsked(span.from) && own.from === span.from && !byStatus) {
        const begin = describeEvent(kind, record, "begin", name);
        if (begin) add(span.from, begin.kind, ref, subjectsOf(kind, record, ref), begin.label);
      }
      if (isAsked(span.to) && own.to === span.to && !begun.has(`${span.to} ${versionName(kind, record)}`)) {
        const end = describeEvent(kind, record, "end", name);
        if (end) add(span.to, end.kind, ref, subjectsOf(kind, record, ref), end.label);
      }
    }
  }
}

const statusWords = {
  PROPOSED: "is proposed",
  DRAFT: "becomes a draft",
  PUBLISHED: "is published",
  WITHDRAWN: "is withdrawn",
} as const;

/** Text of the event that equipment reaches an age class. */
const ageWords: Readonly<Record<AgeClass, string>> = { NEW: "new", MEDIUM: "no longer new", OLD: "old" };

function addChanges(document: EcosystemDocument, spans: RecordSpans, name: NameOf, add: Add): void {
  for (const standard of document.standards ?? []) {
    const ref: RecordRef = { kind: "standards", key: standard.key };
    for (const { status, on } of standard.history ?? []) {
      if (contains(spans.find("standards", standard.key), on)) {
        add(on, "STATUS_CHANGED", ref, [ref], `${standard.name} ${statusWords[status]}`);
      }
    }
  }
  // Age classes change with the calendar year (docs/model.md, section 4, INSTALLED_BASE).
  for (const it of document.installations ?? []) {
    if (it.installedYear === undefined || it.origin === undefined) continue;
    const ref: RecordRef = { kind: "installations", key: it.key };
    for (const [index, { age }] of ageClasses.slice(1).entries()) {
      const day = newYear(it.installedYear + ageClasses[index]!.below);
      if (!contains(spans.of("installations", it), day)) continue;
      add(
        day,
        "AGED",
        ref,
        [{ kind: "actors", key: it.customer }],
        `${equipmentWords(it, name)} counts as ${ageWords[age]}`,
      );
    }
  }
  for (const tag of document.tags ?? []) {
    if (tag.type === undefined || tag.at === undefined) continue;
    const ref: RecordRef = { kind: "tags", key: identityOf("tags", tag) };
    const label = `${name("actors", tag.actor)} is tagged as ${tag.type.toLowerCase().replaceAll("_", " ")}`;
    add(utcDayOf(tag.at), "TAGGED", ref, [{ kind: "actors", key: tag.actor }], label);
  }
}

/**
 * Every event of an ecosystem, earliest first. Between two consecutive event days, no position, boundary or value of
 * coherence changes (momentum, and with it threats, fades daily).
 * @param minConfidence facts known to be below it have no events
 * @param period only events after its from, up to and on its to
 */
export function timelineEvents(document: EcosystemDocument, minConfidence = 0, period: Span = ALWAYS): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  const spans = new RecordSpans(document, minConfidence);
  const name = namesOf(document);
  const add: Add = (date, kind, record, subjects, label) => {
    if (date > period.from && date <= period.to) events.push({ date, kind, record, subjects, label });
  };
  addBeginningsAndEnds(document, spans, period, name, add);
  addChanges(document, spans, name, add);
  return events.sort(
    (a, b) =>
      compareText(a.date, b.date) ||
      rank.get(a.kind)! - rank.get(b.kind)! ||
      compareText(a.label, b.label) ||
      compareText(a.record.kind, b.record.kind) ||
      compareText(a.record.key, b.record.key),
  );
}

const isOfEquipment = ({ record }: TimelineEvent): boolean => record.kind === "installations";

/** Events by day: the marks of a timeline slider. */
export function timeline(document: EcosystemDocument, minConfidence = 0): Timeline {
  const events = timelineEvents(document, minConfidence);
  const marks: TimelineMark[] = [];
  for (const event of events) {
    const last = marks.at(-1);
    if (last?.date === event.date) last.events.push(event);
    else marks.push({ date: event.date, events: [event] });
  }
  const acts = events.filter((event) => !isOfEquipment(event));
  const story = acts.length > 0 ? acts : events;
  return { from: story[0]?.date ?? null, to: story.at(-1)?.date ?? null, marks };
}
