import { useEffect, useRef } from "react";
import type { UseQueryExecute } from "urql";

/** Reads a query again when the list shows a later revision than before. @param isAsked false: it is paused */
export function useAgainAt(revision: number, again: UseQueryExecute, isAsked: boolean): void {
  const shown = useRef(revision);
  useEffect(() => {
    if (shown.current === revision) return;
    shown.current = revision;
    if (isAsked) again({ requestPolicy: "network-only" });
  }, [revision, again, isAsked]);
}
