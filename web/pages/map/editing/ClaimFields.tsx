import { NativeSelect } from "@mantine/core";
import type { Fields } from "../../../changes/record-edits.ts";
import { FieldInput } from "../../../fields/FieldInput.tsx";
import { fieldProblem } from "../../../fields/field-problem.ts";
import { describedField } from "../../../shared/described-records.ts";

const extentField = describedField("CLAIMS", "extent")!;
const leadField = describedField("CLAIMS", "lead")!;

export type Voice = "ASSESSED" | "OWN";

/** What is wrong with the extent, which a claim cannot do without; null where it fits. */
export const extentProblem = (fields: Fields): string | null => fieldProblem(extentField, fields.extent);

/** Fields of a new claim as they are stored. */
export function claimFields(fields: Fields, actor: string, activity: string): Fields {
  const { extent, lead, voice } = fields;
  return {
    about: actor,
    activity,
    extent,
    ...(typeof lead === "boolean" && { lead }),
    ...(voice === "OWN" && { by: actor }),
  };
}

interface Props {
  ecosystem: string;
  fields: Fields;
  error: string | null | undefined;
  autoFocus?: boolean;
  /** Whether it asks who says so. */
  hasVoice?: boolean;
  onSet(name: string, value: unknown): void;
}

/** Extent, lead and voice of a claim that a gesture adds. */
export function ClaimFields({ ecosystem, fields, error, autoFocus = false, hasVoice = true, onSet }: Props) {
  return (
    <>
      <FieldInput
        ecosystem={ecosystem}
        field={extentField}
        value={fields.extent}
        error={error}
        autoFocus={autoFocus}
        onChange={(extent) => onSet("extent", extent)}
      />
      <FieldInput
        ecosystem={ecosystem}
        field={leadField}
        value={fields.lead}
        onChange={(lead) => onSet("lead", lead)}
      />
      {hasVoice && (
        <NativeSelect
          size="xs"
          label="According to"
          description="Who leads is settled by what actors say of themselves."
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={[
            { value: "ASSESSED", label: "Our own assessment" },
            { value: "OWN", label: "The actor itself" },
          ]}
          value={fields.voice === "OWN" ? "OWN" : "ASSESSED"}
          onChange={(event) => onSet("voice", event.currentTarget.value)}
        />
      )}
    </>
  );
}
