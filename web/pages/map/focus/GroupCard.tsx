import { Button, CloseButton } from "@mantine/core";
import { count } from "../../../shared/format.ts";
import { labelOf } from "../labels.ts";
import { useMap } from "../map-context.ts";
import { actionsFor } from "../node-actions.ts";
import "../../../inspector/inspector.css";

/** Card of a collapsed group in place of the inspector: its members, and how to expand it. */
export function GroupCard({ id }: { id: string }) {
  const map = useMap();
  const node = map.scene.nodes.find((one) => one.record === id);
  const members = [...(node?.members ?? [])].sort((a, b) => labelOf(map, a).localeCompare(labelOf(map, b)));
  return (
    <aside className="inspector" aria-label="Inspector">
      <header className="inspector-head">
        <div>
          <p className="quiet">Collapsed group</p>
          <h2>
            <bdi>{node?.name ?? "No longer collapsed"}</bdi>
          </h2>
        </div>
        <CloseButton aria-label="Close inspector" onClick={() => map.select(null)} />
      </header>
      {node && (
        <section className="inspector-part">
          <div className="facets-head">
            <h3>{count(members.length, "member")}</h3>
            {actionsFor(map, [id])
              .filter(({ name }) => name === "expand-group")
              .map((action) => (
                <Button key={action.name} size="compact-xs" variant="subtle" onClick={() => void action.run(map, [id])}>
                  {action.label(map, [id])}
                </Button>
              ))}
          </div>
          <ul className="focus-list">
            {members.map((member) => (
              <li key={member}>
                <button type="button" className="text-button" onClick={() => map.select(member)}>
                  <bdi>{labelOf(map, member)}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
