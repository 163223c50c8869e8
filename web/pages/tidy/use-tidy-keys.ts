import { useEffect, useMemo, useRef } from "react";
import { type Command, useRegisterCommands } from "../../commands/command-registry.ts";
import { type TidyActionName, tidyActions } from "./actions.ts";

const rowOf = (key: string) =>
  document.querySelector<HTMLElement>(`[data-tidy="${CSS.escape(key)}"] [data-tidy-focus]`);

const focusedItem = (): string | null =>
  document.activeElement?.closest<HTMLElement>("[data-tidy]")?.dataset.tidy ?? null;

/** In a form letters are meant for it, also where its controls take none. */
const isInForm = (): boolean => Boolean(document.activeElement?.closest("form"));

/** Moves the focus to an item of the list. */
export const focusItem = (key: string | undefined): void => {
  if (key !== undefined) rowOf(key)?.focus();
};

/**
 * Keys of the list: they act on the item that has the focus, or had it last. When an item is done with and goes, the
 * focus goes to the one in its place, so that it never leaves the list.
 * @param items in their order on screen
 * @returns moves the focus by a number of items
 */
export function useTidyKeys(items: readonly string[], act: (item: string, does: TidyActionName) => void) {
  const last = useRef<{ item: string; at: number } | null>(null);
  const latest = useRef({ items, act });
  latest.current = { items, act };
  useEffect(() => {
    const note = () => {
      const item = focusedItem();
      if (item) last.current = { item, at: latest.current.items.indexOf(item) };
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    const was = last.current;
    if (!was || items.includes(was.item)) return;
    // Somebody who has gone elsewhere meanwhile is left there.
    const isElsewhere = document.activeElement !== document.body && document.activeElement !== null && !focusedItem();
    const next = items[Math.min(was.at, items.length - 1)];
    last.current = next === undefined ? null : { item: next, at: items.indexOf(next) };
    if (!isElsewhere) focusItem(next);
  }, [items]);

  const step = useRef((by: number) => {
    if (isInForm()) return;
    const { items } = latest.current;
    const at = items.indexOf(focusedItem() ?? last.current?.item ?? "");
    focusItem(at < 0 ? items[0] : items[Math.min(items.length - 1, Math.max(0, at + by))]);
  }).current;
  const commands = useMemo((): Command[] => {
    const group = "Tidy";
    const steps: Command[] = [{ name: "tidy next", label: "Next item", group, keys: "J", run: () => step(1) }];
    const doing = Object.values(tidyActions).map(
      ({ does, keys, label }): Command => ({
        name: `tidy ${does}`,
        label,
        group,
        keys,
        run: () => {
          if (isInForm()) return;
          const { items, act } = latest.current;
          const item = focusedItem() ?? last.current?.item;
          if (item !== undefined && items.includes(item)) act(item, does);
          else focusItem(items[0]);
        },
      }),
    );
    return [...steps, ...doing];
  }, [step]);
  useRegisterCommands(commands);
  return step;
}
