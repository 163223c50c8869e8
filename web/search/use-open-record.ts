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
      // Whatever is set on the map (lens, kinds, date) stays; another page's own parameters mean nothing there and fall away.
      search: (previous: object) => mapSearch({ ...previous, selected: id }),
    });
  };
}
