import { Chip, Group } from "@mantine/core";
import type { TidyCheck } from "../../graphql/schema-types.ts";
import { enumWord } from "../../shared/described-records.ts";

interface Props {
  counts: readonly { check: TidyCheck; count: number }[];
  check: TidyCheck | undefined;
  onCheck(check: TidyCheck | undefined): void;
}

/** How much each check has found; chosen, only that is shown. */
export function TidyFilter({ counts, check, onCheck }: Props) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Chip.Group value={check ?? ""} onChange={(value) => onCheck(counts.find((one) => one.check === value)?.check)}>
      <Group className="screen-only" gap={6} role="radiogroup" aria-label="Check">
        <Chip value="" size="xs" radius={3} variant="outline" icon={null}>
          All {all}
        </Chip>
        {counts
          .filter((one) => one.count > 0 || one.check === check)
          .map((one) => (
            <Chip key={one.check} value={one.check} size="xs" radius={3} variant="outline" icon={null}>
              {enumWord("TidyCheck", one.check)} {one.count}
            </Chip>
          ))}
      </Group>
    </Chip.Group>
  );
}
