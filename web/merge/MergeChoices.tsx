import { Radio, Table } from "@mantine/core";
import type { MergePreview } from "../changes/change-records.graphql.ts";
import { fieldLabel, fieldText } from "../shared/fields.ts";
import type { MergeRecord } from "./merge.graphql.ts";
import { type Chosen, nameOfDifference } from "./use-merge-preview.ts";

interface Props {
  preview: MergePreview;
  into: MergeRecord;
  from: MergeRecord;
  chosen: Chosen;
  onChosen(chosen: Chosen): void;
}

/** Fields for which both records have a value, side by side: the person chooses which stays. */
export function MergeChoices({ preview, into, from, chosen, onChosen }: Props) {
  const { differences, changed } = preview;
  const fields = new Map(differences.map((difference) => [nameOfDifference(difference), difference]));
  if (fields.size === 0) return null;
  const labelOf = (kind: string, key: string) =>
    changed.find((row) => row.kind === kind && row.key === key)?.label ?? key;
  return (
    <Table className="merge-choices" aria-label="Values that differ">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Choose what stays</Table.Th>
          <Table.Th>
            <bdi>{into.asRecord.label}</bdi>
          </Table.Th>
          <Table.Th>
            <bdi>{from.asRecord.label}</bdi>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...fields].map(([name, { kind, record, field, keep, ...values }]) => {
          const label = fieldLabel(kind, field);
          const of = record === null ? null : labelOf(kind, record);
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row">
                {label}
                {of && (
                  <span className="quiet">
                    <bdi>{of}</bdi>
                  </span>
                )}
              </Table.Th>
              {(["INTO", "FROM"] as const).map((side) => (
                <Table.Td key={side}>
                  <Radio
                    size="xs"
                    name={`merge ${name}`}
                    checked={(chosen[name] ?? keep ?? "INTO") === side}
                    onChange={() => onChosen({ ...chosen, [name]: side })}
                    label={
                      <bdi>{fieldText(kind, field, side === "INTO" ? values.into : values.from) ?? "Unknown"}</bdi>
                    }
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
