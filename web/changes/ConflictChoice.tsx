import { Button, Radio, Table } from "@mantine/core";
import { useState } from "react";
import { fieldLabel, fieldText } from "../shared/fields.ts";
import { formatMoment } from "../shared/format.ts";
import type { OpenConflict } from "./outcome.ts";
import { wholeRecord } from "./rebase.ts";
import { kindOfEdit } from "./record-edits.ts";

type Side = "mine" | "theirs";

interface Props {
  conflict: OpenConflict;
  /** @param mine the fields in which the own value is stored */
  onChoose(mine: ReadonlySet<string>): void;
}

/** A conflict side by side: what somebody else has stored, and what the person wants; the person chooses for each field. */
export function ConflictChoice({ conflict: { id, label, edit, fields }, onChoose }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const kind = kindOfEdit(edit);
  const [first] = fields;
  const isWhole = edit.does === "delete" || fields.some(({ field }) => field === null);
  const isChosen = fields.every(({ field }) => choices[field ?? wholeRecord] !== undefined);
  const text = (field: string, value: unknown) => fieldText(kind, field, value) ?? "Unknown";

  if (isWhole)
    return (
      <section className="app-notice conflict" role="alert" aria-label={`Conflict: ${label}`}>
        <p>
          <strong>{label}.</strong> <bdi>{first?.who}</bdi> has{" "}
          {edit.does === "delete"
            ? `changed it since you read it: ${fields.map(({ field }) => (field ? fieldLabel(kind, field) : "the record")).join(", ")}.`
            : "deleted the record since you read it."}
        </p>
        <Button size="compact-xs" variant="default" onClick={() => onChoose(new Set([wholeRecord]))}>
          {edit.does === "delete" ? "Delete anyway" : "Create it again with my values"}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChoose(new Set())}>
          {edit.does === "delete" ? "Keep it" : "Discard my change"}
        </Button>
      </section>
    );
  return (
    <section className="app-notice conflict" role="alert" aria-label={`Conflict: ${label}`}>
      <p>
        <strong>{label}.</strong> <bdi>{first?.who}</bdi> has changed the same since you read it. Choose what is stored.
      </p>
      <Table className="conflict-table" aria-label="Values in conflict">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>Stored now</Table.Th>
            <Table.Th>Yours</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ field, theirs, yours, who, at }) => {
            const name = field ?? wholeRecord;
            const choose = (side: Side) => setChoices({ ...choices, [name]: side });
            return (
              <Table.Tr key={name}>
                <Table.Th scope="row">{fieldLabel(kind, name)}</Table.Th>
                <Table.Td>
                  <Radio
                    size="xs"
                    name={`${id} ${name}`}
                    checked={choices[name] === "theirs"}
                    onChange={() => choose("theirs")}
                    label={<bdi>{text(name, theirs)}</bdi>}
                    description={`${who}${at ? `, ${formatMoment(at)}` : ""}`}
                  />
                </Table.Td>
                <Table.Td>
                  <Radio
                    size="xs"
                    name={`${id} ${name}`}
                    checked={choices[name] === "mine"}
                    onChange={() => choose("mine")}
                    label={<bdi>{text(name, yours)}</bdi>}
                    description="You, not saved yet"
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Button
        size="compact-xs"
        disabled={!isChosen}
        onClick={() => onChoose(new Set(Object.keys(choices).filter((name) => choices[name] === "mine")))}
      >
        Save choice
      </Button>
    </section>
  );
}
