import { useMemo } from "react";
import type { ActivityRow, Layer, MapNode } from "../../graphql/types.ts";
import { type Directory, directoryOf } from "../../map/time/facts-of-frame.ts";
import { useAllRecords } from "../table/use-all-records.ts";

/** Actors and activities of all dates by id; null while the activities are awaited. */
export function useDirectory(ecosystem: string, whole: { nodes: readonly MapNode[] } | undefined): Directory | null {
  const { rows, fetching } = useAllRecords(ecosystem, "ACTIVITIES");
  return useMemo(() => {
    if (!whole || fetching) return null;
    const nodes = new Map(whole.nodes.filter(({ kind }) => kind === "ACTIVITY").map((node) => [node.key, node]));
    const activities = rows.flatMap(({ key, data }): ActivityRow[] => {
      const node = nodes.get(key);
      if (!node) return [];
      // What a document leaves out: importance 3 and required (model.md section 1, activity).
      const { layer, required, importance, serviceness } = data as Partial<ActivityRow>;
      return [
        {
          id: node.id,
          key,
          name: node.label,
          layer: layer as Layer,
          required: required ?? true,
          importance: importance ?? 3,
          serviceness: serviceness ?? null,
        },
      ];
    });
    return directoryOf(whole.nodes, activities);
  }, [whole, rows, fetching]);
}
