import type { Database, Transaction } from "../../../cypher/database.ts";
import type { LayoutPinRecord } from "../../../cypher/model/document.ts";
import { pinnedRecords } from "../../../cypher/model/enums/pinned-kind.ts";
import { identityOf, recordId } from "../../../cypher/model/record-kinds.ts";
import type { RecordChange } from "../../../cypher/records/change-records.ts";
import { missingRecords } from "../../../cypher/records/find-records.ts";
import { readNamed } from "../../../cypher/records/read-named.ts";
import { readViewsIn } from "../../../cypher/views/views.ts";
import { InvalidInput, NotFound } from "../../shared/domain-errors.ts";
import { type ChangeRequest, changeEcosystem } from "../change-ecosystem.ts";
import { checkLayout, type LayoutInput } from "./check-layout.ts";

export interface LayoutOutcome {
  revision: number;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
}

const maxNamed = 5;

/**
 * Stores pins in a lens or a named view, and removes those of unpinned records. Reads only the pins that it touches:
 * dragging one node of a large ecosystem costs no more than of a small one.
 */
export function saveLayout(db: Database, request: ChangeRequest & LayoutInput): Promise<LayoutOutcome> {
  const { pins, unpinned } = checkLayout(request);
  return changeEcosystem(db, "saveLayout", request, async (tx) => {
    if (pins.size > 0) {
      await refuseUnknownView(tx, request);
      await refuseUnknownRecords(tx, request.ecosystem, [...pins.values()]);
    }
    const stored = await readNamed(tx, request.ecosystem, "layout", [...pins.keys(), ...unpinned]);
    const before = new Map(stored.map((pin) => [identityOf("layout", pin), pin]));
    const moved = [...pins].flatMap(([key, after]): RecordChange[] => {
      const old = before.get(key) ?? null;
      return old?.x === after.x && old.y === after.y ? [] : [{ kind: "layout", key, before: old, after }];
    });
    const removed = stored.flatMap((pin): RecordChange[] => {
      const key = identityOf("layout", pin);
      return unpinned.has(key) ? [{ kind: "layout", key, before: pin, after: null }] : [];
    });
    const created = moved.filter((change) => !change.before).length;
    return {
      records: [...moved, ...removed],
      answer: {
        created,
        updated: moved.length - created,
        unchanged: pins.size - moved.length,
        removed: removed.length,
      },
    };
  });
}

async function refuseUnknownView(tx: Transaction, { ecosystem, view }: ChangeRequest & LayoutInput): Promise<void> {
  if (!view) return;
  const views = await readViewsIn(tx, ecosystem);
  if (!views.some(({ key }) => key === view))
    throw new NotFound(`There is no view "${view}". It may have been deleted: save it again, or choose another view.`);
}

async function refuseUnknownRecords(tx: Transaction, ecosystem: string, pins: LayoutPinRecord[]): Promise<void> {
  const named = pins.map(({ kind, key }) => ({ kind: pinnedRecords[kind], key }));
  const missing = await missingRecords(tx, ecosystem, named);
  if (missing.length === 0) return;
  const gone = new Set(missing.map(({ kind, key }) => recordId(kind, key)));
  const names = pins
    .filter(({ kind, key }) => gone.has(recordId(pinnedRecords[kind], key)))
    .map(({ kind, key }) => `${kind.toLowerCase()} "${key}"`);
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : "";
  throw new InvalidInput(
    `There is no ${names.slice(0, maxNamed).join(", no ")}${more}. Records may have been deleted: reload the map.`,
  );
}
