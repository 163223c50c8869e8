import type { FieldSource } from "./mapping.ts";

type Separator = NonNullable<FieldSource["split"]>;

/** An entry in quotes, which may hold the separator, up to it or the end. */
const quotedEntries = new Map<Separator, RegExp>();
function quotedEntry(separator: Separator): RegExp {
  const known = quotedEntries.get(separator);
  const sign = separator === "|" ? "\\|" : separator;
  const pattern = known ?? new RegExp(`\\s*"((?:[^"]|"")*)"\\s*(?=${sign}|$)`, "y");
  quotedEntries.set(separator, pattern);
  return pattern;
}

/** The entries of a list in a cell; one that holds the separator is in quotes. */
export function splitList(text: string, separator: Separator | undefined): string[] {
  if (separator === undefined) return text === "" ? [] : [text];
  const pattern = quotedEntry(separator);
  const entries: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    pattern.lastIndex = at;
    const quoted = pattern.exec(text);
    if (quoted) {
      entries.push(quoted[1]!.replaceAll('""', '"'));
      at = pattern.lastIndex;
      continue;
    }
    const next = text.indexOf(separator, at);
    const end = next < 0 ? text.length : next;
    entries.push(text.slice(at, end).trim());
    at = end;
  }
  return entries.filter((entry) => entry !== "");
}

/** Entries as one cell that splitList reads back. */
export const joinList = (entries: readonly string[], separator: ";" | "|" = ";"): string =>
  entries
    .map((entry) => (needsQuotes(entry, separator) ? `"${entry.replaceAll('"', '""')}"` : entry))
    .join(separator === "|" ? " | " : "; ");

const needsQuotes = (entry: string, separator: string): boolean =>
  entry.includes(separator) || /"|^\s|\s$/.test(entry) || entry === "";

/** Pairs of “first = second” in a cell. */
export function joinedParts(text: string): [string, string][] {
  return splitList(text, ";").map((entry) => {
    const at = entry.lastIndexOf("=");
    return at < 0 ? [entry, ""] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
  });
}
