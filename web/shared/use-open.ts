import { type SyntheticEvent, useEffect, useState } from "react";

/** For a details element that opens when there comes to be something in it, and closes by the reader's hand only. */
export function useOpen(wanted: boolean) {
  const [open, setOpen] = useState(wanted);
  useEffect(() => {
    if (wanted) setOpen(true);
  }, [wanted]);
  return { open, onToggle: ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => setOpen(currentTarget.open) };
}
