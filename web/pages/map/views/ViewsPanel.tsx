import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { showsView } from "../../../map/model/search-params/view-state.ts";
import { Failed } from "../../../shared/States.tsx";
import { useMayEdit } from "../../../shared/use-may-edit.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import { useViewCommands } from "./use-view-commands.ts";
import { ViewForm } from "./ViewForm.tsx";
import { ViewRow } from "./ViewRow.tsx";
import "./views.css";

/** Named views of the map in the order of the story that they tell. */
export function ViewsPanel() {
  const { views, search } = useMapState();
  const { dispatch } = useMapActions();
  const { create } = useViewCommands();
  const mayEdit = useMayEdit();
  const [adding, setAdding] = useState(false);
  const { list, error, again } = views;
  if (!list) return error ? <Failed part error={error} onRetry={again} /> : <p className="quiet">Loading views…</p>;
  const first = list.find(({ key }) => key === search.view) ?? list[0];
  return (
    <div className="views">
      {list.length === 0 && !adding && (
        <p className="quiet">
          A view saves what the map shows now: lens, date, filters and positions. Several views in order form a story
          that you can present.
        </p>
      )}
      {list.length > 0 && (
        <ol aria-label="Named views">
          {list.map((view, i) => (
            <ViewRow
              key={view.key}
              view={view}
              at={i}
              count={list.length}
              isOpen={view.key === search.view}
              isChanged={view.key === search.view && !showsView(view, search)}
            />
          ))}
        </ol>
      )}
      {adding ? (
        <ViewForm onSave={({ name, caption }) => create(name, caption)} onDone={() => setAdding(false)} />
      ) : (
        <div className="views-buttons">
          {mayEdit && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              Save current view
            </Button>
          )}
          {first && (
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={15} aria-hidden />}
              onClick={() => dispatch("Present", { view: first.key, present: true })}
            >
              Present
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
