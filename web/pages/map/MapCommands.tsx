import { useCallback, useMemo } from "react";
import { useRegisterCommands, useRegisterDayChange } from "../../commands/command-registry.ts";
import { absenceOf } from "../../map/model/focus/absence.ts";
import { formatDate } from "../../shared/format.ts";
import { commandsOf } from "./commands.ts";
import { useMap } from "./map-context.ts";

/** Registers the map's commands with palette and keyboard, and its locator with the search. Renders nothing. */
export function MapCommands() {
  const map = useMap();
  const commands = useMemo(() => commandsOf(map), [map]);
  const finder = useMemo(() => ({ whyNot: (id: string) => absenceOf(id, map)?.why ?? null }), [map]);
  useRegisterCommands(commands, finder);
  const { dispatch } = map;
  useRegisterDayChange(
    useCallback((date) => dispatch(`Date ${date ? formatDate(date) : "today"}`, { date }), [dispatch]),
  );
  return null;
}
