import { NativeSelect } from "@mantine/core";
import { count } from "../../shared/format.ts";
import { type FieldChoice, fieldChoices, isNeeded, kindChoices, valueChoices } from "./choices.ts";
import type { Preview } from "./import-file.graphql.ts";
import {
  acrossColumns,
  fieldOf,
  type SheetMapping,
  valuesIn,
  withConstant,
  withDirection,
  withEmptyAs,
  withField,
  withHeaderRow,
  withKind,
  withValue,
} from "./mapping.ts";
import { ValueForms } from "./ValueForms.tsx";

type Summary = Preview["sheets"][number];
interface Props {
  summary: Summary;
  mapping: SheetMapping;
  skipped: Preview["skipped"];
  hasHeaderRow: boolean;
  onChange(mapping: SheetMapping): void;
}

/** Columns across that are listed one by one; of more only their number. */
const maxAcross = 12;

/** Values of a column that are listed, as many as the API tells of. */
const maxWords = 60;

/** Rows among which the header can be. */
const maxHeaderRow = 40;

/** A sheet: its columns with samples on the left, what each becomes on the right. */
export function SheetColumns({ summary, mapping, skipped, hasHeaderRow, onChange }: Props) {
  const { sheet, rows, above, columns, headerRow } = summary;
  const cellsAreRecords = acrossColumns(mapping);
  const shown = columns.filter(({ name }) => !cellsAreRecords.has(name));
  const across = columns.filter(({ name }) => cellsAreRecords.has(name));
  const headerRows = Array.from(
    { length: Math.max(headerRow, Math.min(maxHeaderRow, headerRow + rows)) },
    (_, at) => at + 1,
  );
  const kinds = kindChoices(mapping.kind);
  const fields = fieldChoices(mapping.kind);
  return (
    <section className="sheet-columns" aria-label={sheet ?? "The table"}>
      <header>
        <h3>{sheet ?? "The table"}</h3>
        <span className="quiet">
          {count(rows, "row", "rows")}
          {above.length > 0 && ` below “${above.join(" · ").slice(0, 120)}”`}
        </span>
        <NativeSelect
          size="xs"
          label={mapping.matrix ? "Each cell is" : "Each row is"}
          data={[...kinds, { value: "", label: "Not imported" }]}
          value={mapping.skip ? "" : mapping.kind}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === "" ? { ...mapping, skip: true } : withKind(mapping, value))
          }
        />
        {hasHeaderRow && !mapping.skip && (
          <NativeSelect
            size="xs"
            label="Header in row"
            data={headerRows.map(String)}
            value={String(headerRow)}
            onChange={({ currentTarget: { value } }) => onChange(withHeaderRow(mapping, Number(value)))}
          />
        )}
      </header>
      {!mapping.skip && (
        <table>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, samples, filled }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <span className="quiet">{filled === 0 ? "empty" : samples.join(" · ")}</span>
                </th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={`${name} becomes`}
                    data={fields}
                    value={fieldOf(mapping, name)}
                    onChange={({ currentTarget: { value } }) => onChange(withField(mapping, name, value))}
                  />
                </td>
              </tr>
            ))}
            {across.length > 0 && (
              <tr>
                <th scope="row">
                  {count(across.length, "column", "columns")} across
                  <span className="quiet">
                    {across
                      .slice(0, maxAcross)
                      .map(({ name }) => name)
                      .join(" · ")}
                    {across.length > maxAcross && " …"}
                  </span>
                </th>
                <td>
                  {fields.find(({ value }) => value === mapping.matrix!.field)?.label}
                  {mapping.matrix!.value &&
                    `, the cell is ${fields.find(({ value }) => value === mapping.matrix!.value)?.label}`}
                </td>
              </tr>
            )}
            {Object.entries(mapping.fields)
              .filter(
                ([name, { columns: from, constant }]) => from.length === 0 && constant !== undefined && name !== "",
              )
              .map(([name, { constant }]) => (
                <tr key={name}>
                  <th scope="row" className="quiet">
                    For all rows
                  </th>
                  <td>
                    <Constant {...{ mapping, fields, name, constant, onChange }} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {!mapping.skip && mapping.bothWays && mapping.bothWays.values.length > 0 && (
        <p className="quiet">
          Rows with {mapping.bothWays.values.map((value) => `“${value}”`).join(", ")} in {mapping.bothWays.column} hold
          in both directions.
        </p>
      )}
      {!mapping.skip && <Values mapping={mapping} summary={summary} onChange={onChange} />}
      {!mapping.skip && <ValueForms {...{ mapping, fields, sheet, skipped, onChange }} />}
    </section>
  );
}

/** The value of a field that no column has: one for all rows. */
function Constant(props: {
  mapping: SheetMapping;
  fields: readonly FieldChoice[];
  name: string;
  constant: unknown;
  onChange(next: SheetMapping): void;
}) {
  const { mapping, fields, name, constant, onChange } = props;
  const choices = valueChoices(mapping.kind, name);
  const label = fields.find(({ value }) => value === name)?.label ?? name;
  if (!choices || Array.isArray(constant)) {
    const words = [constant].flat().map((one) => choices?.find(({ value }) => value === one)?.label ?? String(one));
    return (
      <>
        {label}: {words.join(", ")}
      </>
    );
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={`${label} of all rows`}
      data={choices.map((one) => ({ ...one, label: `${label}: ${one.label}` }))}
      value={String(constant)}
      onChange={({ currentTarget: { value } }) => onChange(withConstant(mapping, name, value))}
    />
  );
}

/** What the file's words mean, and of relations in which direction. */
function Values({
  mapping,
  summary: { rows, columns },
  onChange,
}: {
  mapping: SheetMapping;
  summary: Summary;
  onChange(next: SheetMapping): void;
}) {
  const enums = Object.entries(mapping.fields).flatMap(([field, source]) => {
    const choices = valueChoices(mapping.kind, field);
    if (!choices || source.columns.length === 0) return [];
    const from = source.columns.flatMap((column) => columns.find(({ name }) => name === column) ?? []);
    const inFile = valuesIn(
      source,
      from.flatMap(({ values }) => values),
    );
    const words = [...new Set([...inFile, ...Object.keys(source.values ?? {})])];
    const hasEmpty = isNeeded(mapping.kind, field) && from.every(({ filled }) => filled < rows);
    return [{ field, source, choices, words: words.slice(0, maxWords), isCut: words.length >= maxWords, hasEmpty }];
  });
  if (enums.length === 0) return null;
  const ends = ["from", "to"].map((end) => {
    const column = mapping.fields[end]?.columns[0];
    return (
      columns.find(({ name }) => name === column)?.samples[0] ??
      String(mapping.fields[end]?.constant ?? (end === "from" ? "the first" : "the second"))
    );
  });
  const meaningOf = ({ source, choices }: (typeof enums)[number], word: string): string =>
    source.values?.[word] ??
    choices.find(({ label, value }) => value === word || label.toLowerCase() === word.toLowerCase())?.value ??
    "";
  const unknown = enums.flatMap((one) => [
    ...one.words.filter((word) => meaningOf(one, word) === ""),
    ...(one.hasEmpty && one.source.constant === undefined ? [""] : []),
  ]).length;
  return (
    <details className="sheet-values" open={unknown > 0}>
      <summary>
        What the values mean
        {unknown > 0 && `: ${count(unknown, "is not known yet", "are not known yet")}`}
      </summary>
      {enums.map((one) => {
        const { field, source, choices, words, isCut, hasEmpty } = one;
        return (
          <ul key={field}>
            {words.map((word) => {
              const isReversed = source.reversed?.includes(word) ?? false;
              const value = meaningOf(one, word);
              const [first, second] = isReversed ? [ends[1], ends[0]] : ends;
              return (
                <li key={word}>
                  <NativeSelect
                    size="xs"
                    label={`“${word}”`}
                    data={[{ value: "", label: "Left out" }, ...choices]}
                    value={value}
                    onChange={({ currentTarget }) => onChange(withValue(mapping, field, word, currentTarget.value))}
                  />
                  {mapping.kind === "relations" && field === "type" && value !== "" && (
                    <button
                      type="button"
                      className="link"
                      onClick={() => onChange(withDirection(mapping, word, !isReversed))}
                    >
                      {first} {choices.find((one) => one.value === value)?.label.toLowerCase()} {second}: turn round
                    </button>
                  )}
                </li>
              );
            })}
            {hasEmpty && (
              <li>
                <NativeSelect
                  size="xs"
                  label="Empty cells"
                  data={[{ value: "", label: "Left out" }, ...choices]}
                  value={String(source.constant ?? "")}
                  onChange={({ currentTarget }) => onChange(withEmptyAs(mapping, field, currentTarget.value))}
                />
              </li>
            )}
            {isCut && <li className="quiet">Further values are read where their words are known.</li>}
          </ul>
        );
      })}
    </details>
  );
}
