import { NativeSelect } from "@mantine/core";
import type { Mapping } from "./mapping.ts";

const reliabilities = ["", "A", "B", "C", "D", "E", "F"];
const credibilities = ["", "1", "2", "3", "4", "5", "6"];

/** How much the file is trusted: the grade of the evidence on which its facts rest. */
export function Grades({ mapping, onChange }: { mapping: Mapping; onChange(mapping: Mapping): void }) {
  const { evidence } = mapping;
  if (!evidence)
    return (
      <p className="quiet">
        This is an export of Ecotone: it is no source of its own, and its values replace the stored ones.
      </p>
    );
  const options = (values: string[]) => values.map((value) => ({ value, label: value || "Not graded" }));
  return (
    <fieldset className="table-import-grades">
      <legend>The file as evidence</legend>
      <NativeSelect
        size="xs"
        label="Reliability of the source"
        data={options(reliabilities)}
        value={evidence.reliability ?? ""}
        onChange={({ currentTarget: { value } }) => {
          const { reliability: _, ...rest } = evidence;
          onChange({ ...mapping, evidence: value ? { ...rest, reliability: value } : rest });
        }}
      />
      <NativeSelect
        size="xs"
        label="Credibility of the information"
        data={options(credibilities)}
        value={String(evidence.credibility ?? "")}
        onChange={({ currentTarget: { value } }) => {
          const { credibility: _, ...rest } = evidence;
          onChange({ ...mapping, evidence: value ? { ...rest, credibility: Number(value) } : rest });
        }}
      />
    </fieldset>
  );
}
