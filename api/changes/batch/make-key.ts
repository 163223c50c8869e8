import { type AnyRecord, fieldsOf, type RecordKind } from "../../../cypher/model/document.ts";
import { nameOfOne, recordKinds } from "../../../cypher/model/record-kinds.ts";
import { isAscii } from "../../shared/fold-text.ts";

const maxLength = 100;
/** How many keys are looked up at once where the first is taken. */
const atOnce = 20;

/** A name as a key: lowercase letters without accents, digits and hyphens; "" where nothing is left of it. */
export const slugOf = (name: string): string =>
  // ASCII needs no letters replaced.
  (isAscii(name) ? name : withPlainLetters(name))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, maxLength)
    .replace(/-+$/, "");

const withPlainLetters = (name: string): string =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("Ø", "o");

/** What a key is made from: the name or title, or what the record joins. */
function baseOf(kind: RecordKind, record: AnyRecord): string {
  const fields = fieldsOf(record);
  const name = fields.name ?? fields.title;
  const slug = typeof name === "string" ? slugOf(name) : "";
  if (slug !== "") return slug;
  const joined = Object.entries(recordKinds[kind].fields)
    .filter(([, { type, isList, isRequired }]) => type === "reference" && !isList && isRequired)
    .map(([field]) => fields[field]);
  return slugOf(joined.filter(Boolean).join("-")) || slugOf(nameOfOne(kind));
}

/**
 * A key for a new record, made from its name: numbered from 2 on where that is taken.
 * @param numbered the last number given to each name, kept by a caller that makes many keys and frees none: names of
 *   which the same is left, as of those in another script, are then not numbered from 2 on each time
 */
export function makeKey(
  kind: RecordKind,
  record: AnyRecord,
  isTaken: (key: string) => boolean,
  numbered?: Map<string, number>,
): string {
  const base = baseOf(kind, record);
  if (!isTaken(base)) return base;
  for (let from = numbered?.get(`${kind} ${base}`) ?? 2; ; from += atOnce) {
    const keys = Array.from({ length: atOnce }, (_, at) => `${base}-${from + at}`);
    // All are looked up before one is chosen: what is not at hand is then read at once.
    const free = keys.filter((key) => !isTaken(key));
    if (free[0] === undefined) continue;
    numbered?.set(`${kind} ${base}`, from + keys.indexOf(free[0]));
    return free[0];
  }
}
