import { ActionIcon, CloseButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useCallback, useEffect, useRef } from "react";
import { changeToView } from "../../../map/model/search-params/view-state.ts";
import { isComposing } from "../../../shared/is-composing.ts";
import { useMapActions, useMapState } from "../map-context.ts";
import "./views.css";

const steps: Record<string, number> = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };

/** The story, one view after the other over the whole window: arrow keys, or a clicker's page keys, step through it. */
export function Present() {
  const { views, search } = useMapState();
  const { dispatch, announce } = useMapActions();
  const { list } = views;
  const at = list?.findIndex(({ key }) => key === search.view) ?? -1;
  const view = list?.[at];
  const card = useRef<HTMLElement>(null);
  const isOn = search.present === true && view !== undefined;

  const go = useCallback(
    (to: number) => {
      const next = list?.[to];
      if (!next) return;
      dispatch(`Present ${next.name}`, changeToView(next, search), { push: true });
      announce("");
    },
    [list, search, dispatch, announce],
  );
  const end = useCallback(() => dispatch("End the presentation", { present: undefined }), [dispatch]);

  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
      const isOnButton = event.key === " " && (event.target as HTMLElement).closest("button");
      const step = isOnButton ? undefined : steps[event.key];
      if (event.key === "Escape") end();
      else if (step) go(at + step);
      else if (event.key === "Home") go(0);
      else if (event.key === "End") go((list?.length ?? 0) - 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the canvas takes the arrow keys to pan.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [isOn, at, list, go, end]);
  // What a view keeps is shown from the first step on, also where a link opens the story.
  const started = useRef(false);
  useEffect(() => {
    if (isOn && !started.current) {
      card.current?.focus();
      go(at);
    }
    started.current = isOn;
  }, [isOn, at, go]);

  if (!isOn || !list) return null;
  return (
    <section className="present" aria-label="Presentation" ref={card} tabIndex={-1}>
      <div className="present-text" aria-live="polite">
        <p className="present-step">
          {at + 1} of {list.length}
        </p>
        <h2>{view.name}</h2>
        {view.caption && <p>{view.caption}</p>}
      </div>
      <div className="present-tools">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Previous view"
          disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Next view"
          disabled={at === list.length - 1}
          onClick={() => go(at + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <CloseButton aria-label="End the presentation" onClick={end} />
      </div>
    </section>
  );
}
