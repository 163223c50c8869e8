import { ActionIcon, Button, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { changesOf, speakerOf, toMoved } from "../../../map/model/what-if/changes.ts";
import { useOpen } from "../../../shared/use-open.ts";
import { useMapActions, useMapState } from "../map-context.ts";

/** Moved claims of the scenario: the keyboard alternative to dragging an actor marker. */
export function MovedClaims() {
  const { search, present } = useMapState();
  const { dispatch } = useMapActions();
  const moved = search.moved ?? [];
  const claims = useMemo(
    () => new Map(present.boundaries.flatMap(({ claims: all }) => all).map((claim) => [claim.id, claim])),
    [present],
  );
  const actors = useMemo(
    () =>
      present.map.nodes
        .filter((node) => node.kind === "ACTOR")
        .map((node) => ({ value: node.key, label: node.label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [present],
  );
  const names = new Map(actors.map(({ value, label }) => [value, label]));
  const [claim, setClaim] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const set = (list: string[]) => dispatch("Move a claim", { moved: list.length > 0 ? list : undefined });
  return (
    <details className="what-if-moved" {...useOpen(moved.length > 0)}>
      <summary>Move a claim to another actor</summary>
      <ul className="what-if-list">
        {(changesOf({ moved })?.moveClaims ?? []).map(({ claim: id, to: key }) => {
          const found = claims.get(id);
          return (
            <li key={id}>
              <span>
                {found ? `${found.activity.name}: ${found.about.name} → ` : "Deleted claim → "}
                <b>{names.get(key) ?? key}</b>
              </span>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label="Undo this move"
                onClick={() => set(moved.filter((text) => text !== toMoved(id, key)))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Select
        size="xs"
        label="Claim"
        searchable
        data={[...claims.values()]
          .map((it) => ({
            value: it.id,
            label: `${it.activity.name}: ${it.about.name}${it.lead ? " leads" : ""} (${speakerOf(it)})`,
          }))
          .sort((a, b) => a.label.localeCompare(b.label))}
        value={claim}
        onChange={setClaim}
      />
      <Select size="xs" label="To" searchable data={actors} value={to} onChange={setTo} />
      <Button
        size="xs"
        mt={8}
        disabled={!claim || !to}
        onClick={() => {
          if (!claim || !to) return;
          set([...moved.filter((text) => !text.startsWith(toMoved(claim, ""))), toMoved(claim, to)]);
          setClaim(null);
          setTo(null);
        }}
      >
        Apply
      </Button>
    </details>
  );
}
