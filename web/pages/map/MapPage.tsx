import { Button, Group } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { ImportDrop } from "../../import/ImportDrop.tsx";
import { maxInFull } from "../../map/canvas/level-of-detail/cluster.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { MapDesk } from "./MapDesk.tsx";
import { useFrames } from "./use-frames.ts";
import { type Dates, useMapDay } from "./use-map-day.ts";
import { useMapFacts } from "./use-map-facts.ts";
import "./map.css";

const route = getRouteApi("/e/$ecosystem/map");

/** Loads the facts of the map, and shows what will appear while there is nothing to draw. */
export default function MapPage() {
  const { ecosystem } = route.useParams();
  // Another ecosystem is another map: nothing of the one before is shown under its name.
  return <MapOf key={ecosystem} ecosystem={ecosystem} />;
}

function MapOf({ ecosystem }: { ecosystem: string }) {
  const { date, against, lens = "network", focal = null } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMayEdit();
  const write = useCallback(
    (dates: Dates) => void navigate({ search: (before) => ({ ...before, ...dates }), replace: true }),
    [navigate],
  );
  const time = useMapDay({ date, against }, write);
  const [shown, setShown] = useState({ ready: false, large: false });
  const frames = useFrames(ecosystem, time, focal, shown);
  const found = useMapFacts(ecosystem, time, frames, lens, focal);
  const { whole, facts } = found;
  // The visible date first; other dates follow.
  const elements = facts && whole ? whole.nodes.length + whole.edges.length : 0;
  useEffect(() => setShown({ ready: elements > 0, large: elements > maxInFull }), [elements]);
  if (found.error && !whole) return <Failed error={found.error} onRetry={found.again} />;
  if (!whole || !facts) return <Loading rows={10} />;
  return (
    <ImportDrop into={ecosystem}>
      {(choose) =>
        whole.nodes.length === 0 ? (
          <Empty title="Nothing on the map yet">
            <p>Actors and their relations will appear here.{mayEdit && " Import a file, or drop one on this page."}</p>
            {mayEdit && (
              <Group mt="sm" gap="sm">
                <Button size="xs" onClick={choose}>
                  Import a file
                </Button>
                <Link to="/e/$ecosystem/setup" params={{ ecosystem }}>
                  Set up in five steps
                </Link>
              </Group>
            )}
          </Empty>
        ) : (
          <MapDesk
            ecosystem={ecosystem}
            time={time}
            frames={frames}
            found={{ ...found, whole, facts }}
            onImport={choose}
          />
        )
      }
    </ImportDrop>
  );
}
