import { Autocomplete, Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useSetEcosystem } from "../../ecosystem-head/use-set-ecosystem.ts";
import { useDraft } from "../../fields/use-draft.ts";
import type { ActorKind } from "../../graphql/schema-types.ts";
import { guessedKind } from "../../shared/guessed-kind.ts";
import { inSentences } from "../../shared/in-sentences.ts";
import { actorKindWords } from "../../shared/words.ts";
import type { SetupProps } from "./setup-props.ts";

/** The firm from whose viewpoint threats and customers are shown; an actor that does not exist yet is added. */
export function FocalStep({ ecosystem, facts, submit, onDone }: SetupProps) {
  const { draft, keep } = useDraft<{ name: string; kind: ActorKind | null }>(`setup focal ${ecosystem.key}`);
  const typed = draft ?? { name: ecosystem.focal?.name ?? "", kind: null };
  const [trouble, setTrouble] = useState<string | null>(null);
  const { save, isSaving } = useSetEcosystem();
  const name = typed.name.trim();
  const known = facts.keysOf("ACTORS", name);
  const guess = guessedKind(name);
  const kind = typed.kind ?? (guess === "OTHER" ? "MANUFACTURER" : guess);
  const actors = facts.valid("ACTORS").map(({ label }) => label);
  const choose = async () => {
    setTrouble(null);
    if (name === "") return setTrouble("Name is missing: add it.");
    if (known.length > 1) return setTrouble(`Several actors are called “${name}”. Choose it on the page Threats.`);
    const key = known[0] ?? facts.freeKey("ACTORS", name);
    if (known.length === 0) {
      const outcome = await submit([{ does: "create", kind: "ACTORS", fields: { key, name, kinds: [kind] } }], {
        label: `Add actor ${name}`,
        now: true,
        showsErrors: () => true,
      });
      if (outcome.kind !== "stored")
        return setTrouble(outcome.kind === "refused" ? inSentences(outcome.issues) : "It was not stored.");
    }
    // The revision has gone up with the actor: what is set here is asked of the newest head.
    const problem = await save({ key: ecosystem.key, expectedRevision: ecosystem.revision, focal: key });
    if (problem !== null) return setTrouble(problem);
    keep(null);
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      {/* Below the field it would be covered by its suggestions. */}
      {trouble && <p role="alert">{trouble}</p>}
      <Autocomplete
        size="xs"
        label="Focal firm"
        description="Competitive threats and customers are shown from its viewpoint."
        required
        maxLength={300}
        limit={20}
        data={[...new Set(actors)]}
        value={typed.name}
        onChange={(value) => keep({ ...typed, name: value })}
      />
      {name !== "" && known.length === 0 && (
        <NativeSelect
          size="xs"
          label="Kind"
          description="It is not recorded yet and will be added."
          data={Object.entries(actorKindWords).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(event) => keep({ ...typed, kind: event.currentTarget.value as ActorKind })}
        />
      )}
      <Button size="xs" type="submit" loading={isSaving}>
        Save and continue
      </Button>
    </form>
  );
}
