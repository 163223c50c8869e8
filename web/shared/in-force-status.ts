/** Whether a record is in force on a day, by its own dates. */
export type InForceStatus = "IN_FORCE" | "NOT_YET" | "ENDED" | "REPLACED";

type Data = Readonly<Record<string, unknown>>;
interface Row {
  id: string;
  key: string;
  data: Data;
}

/** Versioned kinds, of which only the latest version counts on a day: the fields that all versions share. */
const versionsOf: Readonly<Record<string, readonly string[]>> = {
  CLAIMS: ["by", "about", "activity"],
  STANCES: ["actor", "topic"],
  ADOPTIONS: ["actor", "standard"],
  ACTOR_CAPABILITIES: ["actor", "capability"],
  RELATIONS: ["from", "to", "type"],
  PROFILES: ["actor"],
  AGREEMENTS: ["provider", "customer"],
};

const day = (value: unknown): string | undefined => (typeof value === "string" ? value.slice(0, 10) : undefined);

/** Validity interval of a record, whatever its kind calls the fields. */
function span({ validFrom, validTo, date, startedOn, endedOn, installedYear, at }: Data) {
  const year = typeof installedYear === "number" ? `${String(installedYear).padStart(4, "0")}-01-01` : undefined;
  const starts = [day(validFrom), day(date), day(startedOn), day(at), year].filter((entry) => entry !== undefined);
  const ends = [day(validTo), day(endedOn)].filter((entry) => entry !== undefined);
  return { from: starts.sort().at(-1), to: ends.sort()[0] };
}

/**
 * Status of each record of a kind on a day (YYYY-MM-DD), by id. Only the dates of the record and of its other versions
 * count: a claim is not reported as ended when the actor that it is about has left. Source: model.md section 1, Time.
 */
export function inForceStatuses(kind: string, rows: readonly Row[], on: string): Map<string, InForceStatus> {
  const statuses = new Map<string, InForceStatus>();
  const latest = new Map<string, Row>();
  const group = ({ data }: Row) => versionsOf[kind]?.map((field) => data[field] ?? "").join("|");
  for (const row of rows) {
    const { from, to } = span(row.data);
    const status = from !== undefined && from > on ? "NOT_YET" : to !== undefined && to <= on ? "ENDED" : "IN_FORCE";
    statuses.set(row.id, status);
    const one = group(row);
    if (one === undefined || status !== "IN_FORCE") continue;
    const other = latest.get(one);
    const [old, now] = other && isLater(other, row) ? [row, other] : [other, row];
    if (old) statuses.set(old.id, "REPLACED");
    latest.set(one, now);
  }
  return statuses;
}

/** Version order: by start date; on the same date by key, as for agreements. */
function isLater(one: Row, other: Row): boolean {
  const [a, b] = [day(one.data.validFrom) ?? "", day(other.data.validFrom) ?? ""];
  return a === b ? one.key > other.key : a > b;
}
