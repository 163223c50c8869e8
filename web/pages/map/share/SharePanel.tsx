import { Button, Loader, TextInput } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { saveFile } from "../../../exports/save-file.ts";
import { describeFailure } from "../../../graphql/client.ts";
import { ecosystemHeaderQuery } from "../../../graphql/ecosystem-header.graphql.ts";
import { hashesOfText, parseSearch, stringifySearch } from "../../../links/link-parts.ts";
import { storeParts } from "../../../links/sync-link-parts.ts";
import { networkPlacesOf, viewportText } from "../../../map/canvas/link-state.ts";
import { placesText } from "../../../map/layout/link-places.ts";
import { copyText } from "../../../shared/copy-text.ts";
import { useMap } from "../map-context.ts";
import { exportPageOf } from "./export-page-of.ts";
import { type MapExport, mapExports } from "./exports.ts";
import { FileExports } from "./FileExports.tsx";
import "./share.css";

/** Selects the text of a field that has just been shown. */
const selectAll = (field: HTMLInputElement | null) => field?.select();

/** The map as a file, and as a link that opens exactly what is on the screen. */
export function SharePanel() {
  const map = useMap();
  const { ecosystem, search, day, facts, canvas, announce } = map;
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: ecosystem } });
  const [making, setMaking] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  /** The link, where the browser does not let the page copy it. */
  const [uncopied, setUncopied] = useState<string | null>(null);
  const client = useClient();

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
    const shown = parseSearch(link.search);
    // Whoever opens the link wants to see the map.
    delete shown.panel;
    if (canvas) {
      shown.at = viewportText(canvas.cy);
      shown.places = placesText(networkPlacesOf(canvas)) || undefined;
    }
    // A link without a date means today, whenever it is opened: this one is to show what is on the screen now.
    shown.date ??= day;
    link.search = stringifySearch(shown);
    setTrouble(null);
    setUncopied(null);
    const failed = await storeParts(client, ecosystem, hashesOfText(link.search));
    if (failed) setTrouble(`The link could not be created. ${describeFailure(failed).detail}`);
    else if (await copyText(link.href)) announce("Link copied.");
    else setUncopied(link.href);
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
      <FileExports />
      {uncopied && (
        <TextInput
          size="xs"
          label="The link could not be copied automatically: copy it from here."
          value={uncopied}
          readOnly
          ref={selectAll}
        />
      )}
      {trouble && (
        <p role="alert" className="share-trouble">
          {trouble}
        </p>
      )}
    </div>
  );
}
