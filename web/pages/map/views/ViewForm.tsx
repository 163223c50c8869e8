import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { onEscape } from "../../../shared/on-escape.ts";
import type { Done } from "./use-views.ts";
import type { MapView, ViewConflict } from "./views.graphql.ts";

interface Typed {
  name: string;
  caption: string;
}
interface Props {
  /** Of a view that is there; absent for a new one. */
  view?: MapView;
  /** @param version that the person has seen; absent for a new view. */
  onSave(typed: Typed, version: number | undefined): Promise<Done<unknown>>;
  onDone(): void;
}

/** Form for name and caption of a view. The input is kept until it is saved, whatever others change meanwhile. */
export function ViewForm({ view, onSave, onDone }: Props) {
  const [typed, setTyped] = useState<Typed>({ name: view?.name ?? "", caption: view?.caption ?? "" });
  const [version, setVersion] = useState(view?.version);
  const [conflict, setConflict] = useState<ViewConflict | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (seen: number | undefined) => {
    if (typed.name.trim() === "") return setTrouble("Give the view a name.");
    setBusy(true);
    setTrouble(null);
    const answer = await onSave({ name: typed.name.trim(), caption: typed.caption.trim() }, seen);
    setBusy(false);
    if ("done" in answer) onDone();
    else if ("conflict" in answer) setConflict(answer.conflict);
    else setTrouble(answer.why);
  };

  return (
    <form
      className="view-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(version);
      }}
      onKeyDown={onEscape(onDone)}
    >
      <TextInput
        size="xs"
        label="Name"
        maxLength={300}
        value={typed.name}
        data-autofocus
        autoFocus
        onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Caption"
        description="What the audience should notice (optional)."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={typed.caption}
        onChange={(event) => setTyped({ ...typed, caption: event.currentTarget.value })}
      />
      {conflict && (
        <div className="view-conflict" role="alert">
          <p>
            This view has since been changed by <strong>{conflict.current.by}</strong>. It now says:
          </p>
          <dl>
            <dt>Name</dt>
            <dd>{conflict.current.name}</dd>
            <dt>Caption</dt>
            <dd>{conflict.current.caption ?? "none"}</dd>
          </dl>
          <p>Your text is above and is kept until you choose.</p>
          <div className="view-form-buttons">
            <Button
              size="compact-xs"
              disabled={busy}
              onClick={() => {
                const seen = conflict.current.version;
                setVersion(seen);
                setConflict(null);
                void save(seen);
              }}
            >
              Save mine
            </Button>
            <Button size="compact-xs" variant="default" onClick={onDone}>
              Use theirs
            </Button>
          </div>
        </div>
      )}
      {trouble && (
        <p role="alert" className="view-trouble">
          {trouble}
        </p>
      )}
      {!conflict && (
        <div className="view-form-buttons">
          <Button size="compact-sm" type="submit" loading={busy}>
            Save
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}
