import { useNavigate } from "@tanstack/react-router";
import { locate } from "../commands/command-registry.ts";
import { mapSearch } from "../map/model/search-params/map-search.ts";

/** Opens a record in the inspector beside the map, and lets the map show where it is. */
export function useOpenRecord(ecosystem: string): (id: string) => void {
  const navigate = useNavigate();
  return (id) => {
    locate(id);
    void navigate({
      to: "/e/$ecosystem/map",
      params: { ecosystem },
      // Settings of the map (lens, kinds, date) are kept; parameters of another page are dropped.
      search: (previous: object) => mapSearch({ ...previous, selected: id }),
    });
  };
}
