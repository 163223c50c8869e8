import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { plainGridName } from "../../grids/model/question-place.ts";
import { describedKind } from "../../shared/described-records.ts";
import { count } from "../../shared/format.ts";

interface Props {
  ecosystem: string;
  kind: "ACTORS" | "ACTIVITIES";
  /** How many records the step would add. */
  added: number;
  /** How many are recorded already. */
  there: number;
  trouble: string | null;
  isSaving: boolean;
}

/** End of a step that adds records: what is wrong, the button that adds them and goes on, and those that are there. */
export function StepFoot({ ecosystem, kind, added, there, trouble, isSaving }: Props) {
  const { singular, plural } = describedKind(kind);
  return (
    <>
      {trouble && <p role="alert">{trouble}</p>}
      <p className="setup-foot">
        <Button size="xs" type="submit" loading={isSaving} disabled={added === 0 && there === 0}>
          {added > 0 ? `Add ${count(added, singular, plural)} and continue` : "Continue"}
        </Button>
        {there > 0 && (
          <Link to="/e/$ecosystem/grids" params={{ ecosystem }} search={{ grid: plainGridName(kind) }}>
            {count(there, singular, plural)} recorded
          </Link>
        )}
      </p>
    </>
  );
}
