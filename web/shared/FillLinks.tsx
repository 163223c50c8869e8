import { Link } from "@tanstack/react-router";
import { useMayEdit } from "./use-may-edit.ts";

interface Props {
  ecosystem: string;
  /** The step of the set-up that records what is missing. */
  step: "focal" | "actors" | "activities" | "claims";
}

/** Next steps of an empty state: the set-up, or a file; none for a person who may not change facts. */
export function FillLinks({ ecosystem, step }: Props) {
  if (!useMayEdit()) return null;
  return (
    <p className="fill-links">
      <Link className="as-button" to="/e/$ecosystem/setup" params={{ ecosystem }} search={{ step }}>
        Open set-up
      </Link>
      <Link to="/">Import file</Link>
    </p>
  );
}
