import { useCallback, useState } from "react";
import { parsed } from "../shared/parsed.ts";

interface Kept<Draft> {
  draft: Draft;
  /** When it was typed, in milliseconds since 1970. */
  at: number;
}

const nameOf = (name: string) => `ecotone draft ${name}`;

/**
 * What is typed in a form, kept in localStorage from the first letter on: it survives a reload of the page.
 * @param name of the form, with the ecosystem and the record that it is about
 */
export function useDraft<Draft>(name: string) {
  const [kept, setKept] = useState(() => readDraft<Draft>(name));
  const keep = useCallback(
    (draft: Draft | null) => {
      const next = draft === null ? null : { draft, at: Date.now() };
      setKept(next);
      try {
        if (next) localStorage.setItem(nameOf(name), JSON.stringify(next));
        else localStorage.removeItem(nameOf(name));
      } catch {
        // No storage, or no room in it: the draft lasts as long as the form.
      }
    },
    [name],
  );
  return { draft: kept?.draft ?? null, keep };
}

export function readDraft<Draft>(name: string): Kept<Draft> | null {
  try {
    return parsed<Kept<Draft>>(localStorage.getItem(nameOf(name)));
  } catch {
    return null; // no storage
  }
}

/** Names of kept drafts that begin with a text, without it. */
export function draftNames(start: string): string[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at)!);
    return names.filter((name) => name.startsWith(nameOf(start))).map((name) => name.slice(nameOf(start).length));
  } catch {
    return [];
  }
}
