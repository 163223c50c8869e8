import { Button, Loader } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { ecosystemHeaderQuery } from "../../../graphql/ecosystem-header.graphql.ts";
import { networkPlacesOf, viewportText } from "../../../map/canvas/link-state.ts";
import { placesText } from "../../../map/layout/link-places.ts";
import { useMap } from "../map-context.ts";
import { exportPageOf } from "./export-page-of.ts";
import { type MapExport, mapExports } from "./exports.ts";
import { saveFile } from "./save-file.ts";
import "./share.css";

/** The map as a file, and as a link that opens exactly what is on the screen. */
export function SharePanel() {
  const map = useMap();
  const { ecosystem, search, day, facts, canvas, announce } = map;
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const [making, setMaking] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  const save = async ({ name, label, ending, type, make }: MapExport) => {
    const page = exportPageOf(map, data?.ecosystem?.name ?? ecosystem);
    if (!page) return;
    setMaking(name);
    setTrouble(null);
    try {
      const name = [ecosystem, search.lens ?? "network", day, ...(facts.isScenario ? ["what-if"] : [])].join("-");
      saveFile(await make(map, page), `${name}.${ending}`, type);
      announce(`Saved: ${label}`);
    } catch (error) {
      setTrouble(`${label} could not be created: ${(error as Error).message}`);
    } finally {
      setMaking(null);
    }
  };
  const copyLink = async () => {
    const link = new URL(window.location.href);
    // Whoever opens the link wants to see the map.
    link.searchParams.delete("panel");
    if (canvas) {
      link.searchParams.set("at", JSON.stringify(viewportText(canvas.cy)));
      const places = placesText(networkPlacesOf(canvas));
      if (places) link.searchParams.set("places", JSON.stringify(places));
    }
    // A link without a date means today, whenever it is opened: this one is to show what is on the screen now.
    if (!link.searchParams.has("date")) link.searchParams.set("date", day);
    setTrouble(null);
    try {
      await navigator.clipboard.writeText(link.href);
      announce("Link copied.");
    } catch {
      setTrouble(`The link could not be copied automatically. Copy it yourself: ${link.href}`);
    }
  };

  return (
    <div className="share">
      <Button
        variant="default"
        size="sm"
        justify="flex-start"
        leftSection={<IconLink size={18} stroke={1.6} aria-hidden />}
        onClick={copyLink}
      >
        Copy a link to this view
      </Button>
      <ul>
        {mapExports.map((entry) => (
          <li key={entry.name}>
            <Button
              variant="default"
              size="sm"
              justify="flex-start"
              fullWidth
              disabled={making !== null || !canvas}
              leftSection={
                making === entry.name ? <Loader size={16} /> : <entry.icon size={18} stroke={1.6} aria-hidden />
              }
              onClick={() => void save(entry)}
            >
              {entry.label}
            </Button>
            <p className="quiet">{entry.about}</p>
          </li>
        ))}
      </ul>
      {trouble && (
        <p role="alert" className="share-trouble">
          {trouble}
        </p>
      )}
    </div>
  );
}
