import { LRUCache } from "lru-cache";
import type { RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { keptFor } from "../shared/memo.ts";
import { recordsOf } from "../time/in-force-rules.ts";
import { type ValidityStatus, validityOn } from "../time/validity-status.ts";
import { builder } from "./builder.ts";
import { ValidityStatusEnum } from "./enums.ts";
import { asOfArgs } from "./moment.ts";
import { RecordType } from "./records.graphql.ts";

type Statuses = ReadonlyMap<RecordsByKind[RecordKind], ValidityStatus>;

/** Days whose statuses are kept for a list of records: one may be asked about any day. */
const maxDays = 8;

/**
 * Statuses by day, kept for the list whose records they are of. Not a measure of the ecosystem: measures outlive the
 * records of the layout, of which a revision may have new ones while every fact is the same.
 */
const statusesByDay = keptFor(
  (_records: readonly RecordsByKind[RecordKind][]) => new LRUCache<string, Statuses>({ max: maxDays }),
);

function statusesOn(day: string, kind: RecordKind, records: readonly RecordsByKind[RecordKind][]): Statuses {
  const byDay = statusesByDay(records);
  const known = byDay.get(day);
  if (known) return known;
  const statuses = validityOn(kind, records, day);
  byDay.set(day, statuses);
  return statuses;
}

builder.objectField(RecordType, "validity", (t) =>
  t.field({
    type: ValidityStatusEnum,
    description:
      "Whether it is valid on a date. What it depends on does not count: a claim has not ended because the actor that it is about has left.",
    args: asOfArgs,
    resolve: ({ loaded, kind, record }, args, context) =>
      statusesOn(args.asOf ?? context.today, kind, recordsOf(loaded.document, kind)).get(record)!,
  }),
);
