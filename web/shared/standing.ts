/** Whether a record counts on a day, by its own dates. */
export type Standing = "IN_FORCE" | "NOT_YET" | "ENDED" | "REPLACED";

type Data = Readonly<Record<string, unknown>>;
interface Row {
  id: string;
  key: string;
  data: Data;
}

/** Kinds of which only the latest version counts on a day: the fields that their versions have in common. */
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

/** The days from which and until which a record says that it holds, whatever its kind calls them. */
function span({ validFrom, validTo, date, startedOn, endedOn, installedYear, at }: Data) {
  const year = typeof installedYear === "number" ? `${String(installedYear).padStart(4, "0")}-01-01` : undefined;
  const starts = [day(validFrom), day(date), day(startedOn), day(at), year].filter((entry) => entry !== undefined);
  const ends = [day(validTo), day(endedOn)].filter((entry) => entry !== undefined);
  return { from: starts.sort().at(-1), to: ends.sort()[0] };
}

/**
 * How each record of a kind stands on a day (YYYY-MM-DD), by its id. By its own dates and those of its other versions
 * alone: that a claim falls with the actor that it is about is not told. Source: model.md section 1, Time.
 */
export function standings(kind: string, rows: readonly Row[], on: string): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  const latest = new Map<string, Row>();
  const group = ({ data }: Row) => versionsOf[kind]?.map((field) => data[field] ?? "").join("|");
  for (const row of rows) {
    const { from, to } = span(row.data);
    const is = from !== undefined && from > on ? "NOT_YET" : to !== undefined && to <= on ? "ENDED" : "IN_FORCE";
    standing.set(row.id, is);
    const one = group(row);
    if (one === undefined || is !== "IN_FORCE") continue;
    const other = latest.get(one);
    const [old, now] = other && isLater(other, row) ? [row, other] : [other, row];
    if (old) standing.set(old.id, "REPLACED");
    latest.set(one, now);
  }
  return standing;
}

/** By the day that it begins; of two of one day by key, as for agreements. */
function isLater(one: Row, other: Row): boolean {
  const [a, b] = [day(one.data.validFrom) ?? "", day(other.data.validFrom) ?? ""];
  return a === b ? one.key > other.key : a > b;
}
