import { NativeSelect, Textarea } from "@mantine/core";
import { useMemo } from "react";
import { useDraft } from "../../fields/use-draft.ts";
import type { ActorKind } from "../../graphql/schema-types.ts";
import { actorKindWords } from "../../shared/words.ts";
import { readNames } from "./read-names.ts";
import { StepFoot } from "./StepFoot.tsx";
import type { SetupProps } from "./setup-props.ts";
import { useAddRecords } from "./use-add-records.ts";

interface Typed {
  text: string;
  /** Kinds that the person has corrected, by name in lower case. */
  kinds: Record<string, ActorKind>;
}

const nothing: Typed = { text: "", kinds: {} };

/** Names of who takes part, typed or pasted, each with a guessed kind to correct. */
export function ActorsStep(props: SetupProps) {
  const { ecosystem, facts, onDone } = props;
  const { draft, keep } = useDraft<Typed>(`setup actors ${ecosystem.key}`);
  const typed = draft ?? nothing;
  const { add, trouble, isSaving } = useAddRecords(props, "ACTORS", () => {
    keep(null);
    onDone();
  });
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
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (added.length > 0) void add(added.map(({ name, kind }) => ({ name, kinds: [kind] })));
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
      <StepFoot
        ecosystem={ecosystem.key}
        kind="ACTORS"
        added={added.length}
        there={there}
        trouble={trouble}
        isSaving={isSaving}
      />
    </form>
  );
}
