import { shareHelp } from "../../fields/field-words.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { type DescribedField, enumValues } from "../../shared/described-records.ts";
import type { Grid, GridColumn, GridRow } from "./grid.ts";
import type { GridFacts, GridRecord } from "./grid-facts.ts";
import { fieldOf, matrix } from "./matrix.ts";
import { cellText, readValue } from "./read-value.ts";

// Grids of which each cell is a record that joins an actor and something else.

const rowOf = ({ key, label }: GridRecord): GridRow => ({ key, label });
export const rowsOf = (records: readonly GridRecord[]): GridRow[] => records.map(rowOf);

const columnsOf = (records: readonly GridRecord[], help: string, more: Partial<GridColumn> = {}): GridColumn[] =>
  records.map(({ key, label }) => ({ key, label, help, ...more }));

/** Whose word a claim is. */
export type ClaimView = { voice: "OWN" | "ASSESSMENT" } | { voice: "OTHERS"; by: string };

const leadPattern = /^(.*?)\s*[,;]?\s*\b(lead unknown|no lead|not lead|leads?)$/i;
const extent = fieldOf("CLAIMS", "extent");
const claimHelp =
  "Extent from 0% (nothing) to 100% (all), then lead or no lead: 60% lead. Without a word the lead stays as it is recorded.";

/** Who takes part in which activity: extent and lead, as one voice sees it. */
export function claimsGrid(facts: GridFacts, view: ClaimView): Grid {
  const others = view.voice === "OTHERS" ? view.by : null;
  return matrix({
    facts,
    corner: "Actor",
    rows: rowsOf(facts.valid("ACTORS")),
    columns: columnsOf(facts.valid("ACTIVITIES"), claimHelp, { suggestions: ["lead", "no lead"] }),
    kind: "CLAIMS",
    identity: ({ key }, column) => ({
      by: view.voice === "OWN" ? key : others,
      about: key,
      activity: column.key,
    }),
    lock: ({ key }) => (key === others ? "What an actor says of itself is in its own view." : null),
    cell: {
      text: ({ data }) => {
        const leads = data.lead === true ? " lead" : data.lead === false ? " no lead" : "";
        return `${cellText(facts, extent, data.extent)}${leads}`;
      },
      read: (text, record) => {
        const [, number = text.trim(), word] = leadPattern.exec(text.trim()) ?? [];
        const lead = word === undefined ? {} : { lead: /unknown/i.test(word) ? null : !/^no/i.test(word) };
        if (number.trim() === "" && record) return { fields: lead };
        const read = readValue(facts, extent, number);
        return "problem" in read ? read : { fields: { extent: read.value, ...lead } };
      },
    },
  });
}

const [position, salience] = [fieldOf("STANCES", "position"), fieldOf("STANCES", "salience")];

/** What each actor wants on each topic, and how much it matters to it. */
export function stancesGrid(facts: GridFacts): Grid {
  const columns = facts.valid("TOPICS").map(({ key, label, data }): GridColumn => {
    const ends = [data.low, data.high].every((end) => typeof end === "string")
      ? ` (${data.low}) to 5 (${data.high})`
      : " to 5";
    return { key, label, help: `Position from 1${ends}; salience from 1 to 5 in brackets: 4 (5).` };
  });
  return matrix({
    facts,
    corner: "Actor",
    rows: rowsOf(facts.valid("ACTORS")),
    columns,
    kind: "STANCES",
    identity: ({ key }, column) => ({ actor: key, topic: column.key }),
    cell: {
      text: ({ data }) => (data.salience === undefined ? String(data.position) : `${data.position} (${data.salience})`),
      read: (text, record) => {
        const [, first, second] = /^([^(]*?)\s*\(([^)]*)\)$/.exec(text.trim()) ?? [];
        const weight = second === undefined ? null : readValue(facts, salience, second);
        if (weight && "problem" in weight) return weight;
        const more = weight ? { salience: weight.value } : {};
        if (first === "" && record) return { fields: more };
        const read = readValue(facts, position, first ?? text);
        return "problem" in read ? read : { fields: { position: read.value, ...more } };
      },
    },
  });
}

/** How far each actor follows each standard. */
export const adoptionsGrid = (facts: GridFacts): Grid =>
  measureGrid(facts, "STANDARDS", "ADOPTIONS", { to: "standard", value: "extent" });

/** How far each actor has each capability. */
export const capabilitiesGrid = (facts: GridFacts): Grid =>
  measureGrid(facts, "CAPABILITIES", "ACTOR_CAPABILITIES", { to: "capability", value: "level" });

/** Actors against records of another kind, joined by records with one number. */
function measureGrid(
  facts: GridFacts,
  columnKind: RecordKind,
  kind: RecordKind,
  names: { to: string; value: string },
): Grid {
  const field: DescribedField = fieldOf(kind, names.value);
  return matrix({
    facts,
    corner: "Actor",
    rows: rowsOf(facts.valid("ACTORS")),
    columns: columnsOf(facts.valid(columnKind), `${field.label}: ${shareHelp(field, "%")}`, { isNumber: true }),
    kind,
    identity: ({ key }, column) => ({ actor: key, [names.to]: column.key }),
    cell: {
      text: ({ data }) => cellText(facts, field, data[names.value]),
      read: (text) => {
        const read = readValue(facts, field, text);
        return "problem" in read ? read : { fields: { [names.value]: read.value } };
      },
    },
  });
}

/** Words of an enum, to choose from. */
export const wordsOfEnum = (name: string): string[] => enumValues(name).map(({ word }) => word);
