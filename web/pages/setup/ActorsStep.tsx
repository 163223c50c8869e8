import { Button, NativeSelect, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { RecordEdit } from "../../changes/record-edits.ts";
import { useDraft } from "../../fields/use-draft.ts";
import type { ActorKind } from "../../graphql/schema-types.ts";
import { plainGridName } from "../../grids/model/question-place.ts";
import { count } from "../../shared/format.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { actorKindWords } from "../../shared/words.ts";
import { newKeys } from "./new-keys.ts";
import { readNames } from "./read-names.ts";
import type { SetupProps } from "./setup-props.ts";

interface Typed {
  text: string;
  /** Kinds that the person has corrected, by name in lower case. */
  kinds: Record<string, ActorKind>;
}

const nothing: Typed = { text: "", kinds: {} };

/** Names of who takes part, typed or pasted, each with a guessed kind to correct. */
export function ActorsStep({ ecosystem, facts, submit, onDone }: SetupProps) {
  const { draft, keep } = useDraft<Typed>(`setup actors ${ecosystem.key}`);
  const typed = draft ?? nothing;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const named = useMemo(
    () =>
      readNames(typed.text).map((actor) => ({
        ...actor,
        kind: typed.kinds[actor.name.toLowerCase()] ?? actor.kind,
        isKnown: facts.keysOf("ACTORS", actor.name).length > 0,
      })),
    [typed, facts],
  );
  const added = named.filter(({ isKnown }) => !isKnown);
  const there = facts.valid("ACTORS").length;
  const add = async () => {
    setTrouble(null);
    const keys = newKeys(
      facts,
      "ACTORS",
      added.map(({ name }) => name),
    );
    const edits = added.map(
      ({ name, kind }, at): RecordEdit => ({
        does: "create",
        kind: "ACTORS",
        fields: { key: keys[at], name, kinds: [kind] },
      }),
    );
    setSaving(true);
    const outcome = await submit(edits, {
      label: `Add ${count(edits.length, "actor")}`,
      now: true,
      showsErrors: () => true,
    });
    setSaving(false);
    if (outcome.kind === "refused") return setTrouble(inSentences(outcome.issues));
    keep(null);
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (added.length > 0) void add();
        else onDone();
      }}
    >
      <Textarea
        size="xs"
        label="Names, one per line"
        description="Type them or paste a column. A kind may follow a comma: Rotor AG, manufacturer."
        autosize
        minRows={5}
        maxRows={14}
        value={typed.text}
        onChange={(event) => keep({ ...typed, text: event.currentTarget.value })}
      />
      {named.length > 0 && (
        <table className="setup-names" aria-label="Actors to add">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ name, kind, isKnown }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>
                  {isKnown ? (
                    <span className="quiet">Recorded already</span>
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={`Kind of ${name}`}
                      data={Object.entries(actorKindWords).map(([value, label]) => ({ value, label }))}
                      value={kind}
                      onChange={(event) =>
                        keep({
                          ...typed,
                          kinds: { ...typed.kinds, [name.toLowerCase()]: event.currentTarget.value as ActorKind },
                        })
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {trouble && <p role="alert">{trouble}</p>}
      <p className="setup-foot">
        <Button size="xs" type="submit" loading={isSaving} disabled={added.length === 0 && there === 0}>
          {added.length > 0 ? `Add ${count(added.length, "actor")} and continue` : "Continue"}
        </Button>
        {there > 0 && (
          <Link
            to="/e/$ecosystem/grids"
            params={{ ecosystem: ecosystem.key }}
            search={{ grid: plainGridName("ACTORS") }}
          >
            {count(there, "actor")} recorded
          </Link>
        )}
      </p>
    </form>
  );
}
