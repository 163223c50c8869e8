import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { type Command, setTextReader, useRegisterEditing } from "../commands/command-registry.ts";
import { focusIfLost } from "../shared/focus-if-lost.ts";
import { useHasKeys } from "../shared/use-has-keys.ts";
import { findVerb } from "./grammar.ts";
import { withoutQuoted } from "./span.ts";

const QuickAdd = lazy(() => import("./QuickAdd.tsx"));

/** Opens quick add: by a button, by the key +, and by a sentence typed in the palette. */
export default function QuickAddButton({ ecosystem }: { ecosystem: string }) {
  const [opened, setOpened] = useState<{ text: string } | null>(null);
  // The dialog stays, so that it can close with its motion and keeps what it has looked up.
  const [isNeeded, setNeeded] = useState(false);
  const hasKeys = useHasKeys();
  const button = useRef<HTMLButtonElement>(null);
  const open = (text: string) => {
    setNeeded(true);
    setOpened({ text });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: open uses nothing that changes.
  const commands = useMemo(
    (): Command[] => [{ name: "quick add", label: "Quick add…", group: "Editing", keys: "+", run: () => open("") }],
    [],
  );
  useRegisterEditing(commands);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    setTextReader({ reads: isSentence, open });
    return () => setTextReader(null);
  }, []);
  return (
    <>
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        aria-label="Quick add"
        title={hasKeys ? "Quick add (+)" : "Quick add"}
        onClick={() => open("")}
      >
        <IconPlus size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      {isNeeded && (
        <Suspense>
          <QuickAdd
            ecosystem={ecosystem}
            opened={opened !== null}
            text={opened?.text ?? ""}
            onClose={() => setOpened(null)}
            // The palette, from which it may have been opened, is gone and cannot have the focus back.
            onClosed={() => focusIfLost(button.current)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whether a text is meant for quick add rather than for a search: new actors, or a verb after a name. */
const isSentence = (text: string): boolean => text.startsWith("+") || findVerb(withoutQuoted(text)) !== null;
