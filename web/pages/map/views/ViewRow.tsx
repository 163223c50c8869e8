import { ActionIcon, Button, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useMayEdit } from "../../../shared/use-may-edit.ts";
import { useViewCommands } from "./use-view-commands.ts";
import type { Done } from "./use-views.ts";
import { ViewConflictNote } from "./ViewConflictNote.tsx";
import { ViewForm } from "./ViewForm.tsx";
import type { MapView, ViewConflict } from "./views.graphql.ts";

interface Props {
  view: MapView;
  at: number;
  count: number;
  isOpen: boolean;
  /** Whether the map differs from the open view. */
  isChanged: boolean;
}

/** Row of one view: open; for editors move, change, remove. Alt with an arrow key moves it too. */
export function ViewRow({ view, at, count, isOpen, isChanged }: Props) {
  const { open, shown, change, move, remove } = useViewCommands();
  const mayEdit = useMayEdit();
  const [editing, setEditing] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ found: ViewConflict; again(): Promise<void> } | null>(null);
  const { name, caption, state, version } = view;

  /** @param again the same, knowing what somebody else has made of the view meanwhile */
  const tell = (answer: Done<unknown>, again?: (now: ViewConflict["current"]) => Promise<void>) => {
    setTrouble("why" in answer ? answer.why : null);
    setConflict(
      "conflict" in answer ? { found: answer.conflict, again: async () => again?.(answer.conflict.current) } : null,
    );
  };
  const keep = async (mine: string, now: Omit<MapView, "position">): Promise<void> =>
    tell(
      await change({ ...view, ...now }, { name: now.name, caption: now.caption, state: mine, version: now.version }),
      (later) => keep(mine, later),
    );
  const take = async (seen: number): Promise<void> =>
    tell(await remove({ ...view, version: seen }), (later) => take(later.version));

  if (editing)
    return (
      <li>
        <ViewForm
          view={view}
          onSave={(typed, seen) =>
            change(view, {
              ...typed,
              caption: typed.caption || null,
              state,
              ...(seen !== undefined && { version: seen }),
            })
          }
          onDone={() => setEditing(false)}
        />
      </li>
    );
  return (
    <li className="view-row" data-open={isOpen || undefined}>
      <UnstyledButton
        className="view-open"
        aria-current={isOpen ? "step" : undefined}
        onClick={() => open(view)}
        onKeyDown={(event) => {
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
          if (!event.altKey || !step || !mayEdit) return;
          event.preventDefault();
          void move(view.key, at + step).then(tell);
        }}
      >
        <span className="view-number">{at + 1}</span>
        <span>
          <strong>{name}</strong>
          {caption && <span className="view-caption">{caption}</span>}
        </span>
      </UnstyledButton>
      {mayEdit && (
        <div className="view-tools">
          <RowButton
            label={`Move ${name} up`}
            icon={IconArrowUp}
            disabled={at === 0}
            onClick={() => void move(view.key, at - 1).then(tell)}
          />
          <RowButton
            label={`Move ${name} down`}
            icon={IconArrowDown}
            disabled={at === count - 1}
            onClick={() => void move(view.key, at + 1).then(tell)}
          />
          <RowButton label={`Edit ${name}`} icon={IconPencil} onClick={() => setEditing(true)} />
          <RowButton label={`Remove ${name}`} icon={IconTrash} onClick={() => void take(version)} />
        </div>
      )}
      {isChanged && (
        <p className="view-changed">
          The map has changed since this view was saved.{" "}
          {mayEdit && (
            <Button size="compact-xs" variant="default" onClick={() => void keep(shown(), view)}>
              Update view
            </Button>
          )}
        </p>
      )}
      {conflict && (
        <ViewConflictNote
          conflict={conflict.found}
          onMine={() => void conflict.again()}
          onTheirs={() => setConflict(null)}
        />
      )}
      {trouble && (
        <p role="alert" className="view-trouble">
          {trouble}
        </p>
      )}
    </li>
  );
}

interface ButtonProps {
  label: string;
  icon: typeof IconTrash;
  disabled?: boolean;
  onClick(): void;
}

function RowButton({ label, icon: Icon, disabled = false, onClick }: ButtonProps) {
  return (
    <ActionIcon size={24} variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon size={15} aria-hidden />
    </ActionIcon>
  );
}
