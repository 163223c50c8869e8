import { Button } from "@mantine/core";
import { useState } from "react";
import { count } from "../shared/format.ts";
import type { JudgedDraft } from "./model/drafts.ts";

interface Props {
  judged: ReadonlyMap<string, JudgedDraft>;
  /** Cells of new records that are not complete. */
  incomplete: number;
  /** Pasted cells that the grid had no room for. */
  beyond: number;
  onStore(): void;
  onDiscard(): void;
  /** Shows a cell. */
  onShow(cell: string): void;
}

/** What is in the grid and not stored: a pasted block before the person's word, and cells that are wrong. */
export function DraftsBar({ judged, incomplete, beyond, onStore, onDiscard, onShow }: Props) {
  const [shown, setShown] = useState(-1);
  const wrong = [...judged].flatMap(([cell, { problem }]) => (problem === null ? [] : [cell]));
  const pasted = [...judged.values()].filter(({ isPasted }) => isPasted);
  const fine = pasted.filter(({ problem }) => problem === null).length - incomplete;
  if (judged.size === 0 && beyond === 0) return null;
  const sentences = [
    pasted.length > 0 &&
      `${count(pasted.length, "pasted cell")} differ${pasted.length === 1 ? "s" : ""} from what is stored.`,
    wrong.length > 0 && `${count(wrong.length, "cell has", "cells have")} an error and will not be stored.`,
    incomplete > 0 && `${count(incomplete, "cell belongs", "cells belong")} to new records that are not complete.`,
    beyond > 0 &&
      `${count(beyond, "pasted cell lies", "pasted cells lie")} outside the grid and ${beyond === 1 ? "was" : "were"} left out.`,
  ];
  return (
    <section className="grid-drafts" aria-label="Not stored">
      <p role="status">{sentences.filter(Boolean).join(" ")}</p>
      {wrong.length > 0 && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            const next = (shown + 1) % wrong.length;
            setShown(next);
            onShow(wrong[next]!);
          }}
        >
          Next error
        </Button>
      )}
      {pasted.length > 0 && fine > 0 && (
        <Button size="xs" onClick={onStore}>
          Store {count(fine, "cell")}
        </Button>
      )}
      <Button size="xs" variant="subtle" color="gray" onClick={onDiscard}>
        Discard
      </Button>
    </section>
  );
}
