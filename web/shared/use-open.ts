import { type SyntheticEvent, useEffect, useState } from "react";

/** State of a details element that expands when it gets content, and collapses only by the user. */
export function useOpen(wanted: boolean) {
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  return { open, onToggle: ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => setOpen(currentTarget.open) };
}
