import { act, cleanup, render, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import {
  type MapActions,
  MapProvider,
  type MapState,
  useMapActions,
  useMapState,
} from "../../../web/pages/map/map-context.ts";
import { useMapInteraction } from "../../../web/pages/map/use-map-interaction.ts";
import { useUndoHistory } from "../../../web/pages/map/use-undo-history.ts";

afterEach(cleanup);

test("a component that only acts is not drawn again when the state changes; one that reads is", () => {
  const drawn = { actor: 0, reader: 0 };
  const Actor = () => {
    useMapActions();
    drawn.actor++;
    return null;
  };
  const Reader = () => {
    drawn.reader++;
    return <output>{useMapState().day}</output>;
  };
  // The same elements each time: only what a context hands over can have them drawn again.
  const children = [<Actor key="actor" />, <Reader key="reader" />];
  const actions = {} as MapActions;
  const page = (day: string) => (
    <MapProvider state={{ day } as MapState} actions={actions}>
      {children}
    </MapProvider>
  );
  const { rerender, getByRole } = render(page("2025-01-01"));
  rerender(page("2026-01-01"));
  expect(drawn).toEqual({ actor: 1, reader: 2 });
  expect(getByRole("status").textContent).toBe("2026-01-01");
});

test("actions are the same functions whatever has changed, and act on what the URL says now", () => {
  const went: [Partial<MapSearch>, boolean][] = [];
  const { result, rerender } = renderHook(
    ({ search }: { search: MapSearch }) => {
      const [labels, undoActions] = useUndoHistory(search, (change, push) => went.push([change, push]));
      const [interaction, interactionActions] = useMapInteraction();
      return { labels, undoActions, interaction, interactionActions };
    },
    { initialProps: { search: { lens: "network" } as MapSearch } },
  );
  const { undoActions, interactionActions } = result.current;
  rerender({ search: { lens: "rivals" } });
  act(() => {
    undoActions.dispatch("Lens: Positions", { lens: "positions" }, { push: true });
    interactionActions.setTool("lasso");
  });
  expect(result.current.labels).toEqual({ undo: "Lens: Positions", redo: null });
  expect(result.current.interaction.tool).toBe("lasso");
  act(() => undoActions.undo());
  act(() => undoActions.redo());
  expect(went).toEqual([
    [{ lens: "positions" }, true],
    [{ lens: "rivals" }, false],
    [{ lens: "positions" }, false],
  ]);
  expect(result.current.undoActions).toBe(undoActions);
  expect(result.current.interactionActions).toBe(interactionActions);
});
