import { asTyped, type Grid, type GridColumn, lockedCell } from "./grid.ts";
import type { GridFacts, GridRecord } from "./grid-facts.ts";
import { rowsOf } from "./matrices.ts";
import { fieldOf, Joined, noChange, setOrCreate, severalRecords } from "./matrix.ts";
import { cellText, readValue } from "./read-value.ts";

const conditions = ["security", "ownership", "contract", "benefit"].map((name) => fieldOf("AGREEMENTS", name));
const willingness = fieldOf("PROFILES", "dataSharing");
const willing = "willingness";

export const customersOf = (facts: GridFacts): GridRecord[] =>
  facts.valid("ACTORS").filter(({ data }) => Array.isArray(data.kinds) && data.kinds.includes("CUSTOMER"));

/** Providers that have an agreement, before those that supply a customer; each once. */
export function providersOf(facts: GridFacts): string[] {
  const customers = new Set(customersOf(facts).map(({ key }) => key));
  const agreed = facts.valid("AGREEMENTS").map(({ data }) => String(data.provider));
  const supplying = facts
    .valid("RELATIONS")
    .filter(({ data }) => data.type === "SUPPLIES" && customers.has(String(data.to)))
    .map(({ data }) => String(data.from));
  return [...new Set([...agreed, ...supplying])].filter((key) => facts.get("ACTORS", key)?.validity === "VALID");
}

/** On what conditions each customer shares its data with each provider, and how willing it is. */
export function dataSharingGrid(facts: GridFacts, providers: readonly string[]): Grid {
  const agreements = new Joined(facts, "AGREEMENTS", ({ customer, provider }) => `${customer}|${provider}`);
  const profiles = new Joined(facts, "PROFILES", ({ actor }) => String(actor));
  const columns: GridColumn[] = [
    {
      key: willing,
      label: "Willingness",
      help: `${willingness.label}: ${willingness.help}`,
      isNumber: true,
      width: 96,
    },
    ...providers.flatMap((provider) =>
      conditions.map(
        ({ name, label, help }): GridColumn => ({
          key: `${provider} ${name}`,
          label,
          group: facts.labelOf("ACTORS", provider),
          help: `${help} Yes, No, or empty where it is not known.`,
          suggestions: ["Yes", "No"],
          width: 96,
        }),
      ),
    ),
  ];
  const place = (customer: string, column: GridColumn) => {
    if (column.key === willing)
      return {
        kind: "PROFILES",
        field: willingness,
        records: profiles.at(customer),
        identity: { actor: customer },
      } as const;
    const [provider = "", name = ""] = column.key.split(" ");
    return {
      kind: "AGREEMENTS",
      field: fieldOf("AGREEMENTS", name),
      records: agreements.at(`${customer}|${provider}`),
      identity: { provider, customer },
    } as const;
  };
  return {
    corner: "Customer",
    rows: rowsOf(customersOf(facts)),
    columns,
    newRow: null,
    finish: asTyped,
    cell: (row, column) => {
      const { field, records } = place(row.key, column);
      const text = records.map(({ data }) => cellText(facts, field, data[field.name])).join(" | ");
      if (records.length > 1) return lockedCell(text, severalRecords(records.length), records);
      if (column.key.startsWith(`${row.key} `)) return lockedCell(text, "An actor has no agreement with itself.");
      return { text, records: text === "" ? [] : records, locked: null };
    },
    read: (row, column, text) => {
      const { kind, field, records, identity } = place(row.key, column);
      const [record] = records;
      const read = readValue(facts, field, text);
      if ("problem" in read) return read;
      if (!record && read.value === null) return noChange;
      return setOrCreate(facts, kind, record, identity, { [field.name]: read.value });
    },
  };
}
