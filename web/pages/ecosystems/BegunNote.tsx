import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { saveFile } from "../map/share/save-file.ts";
import { type Begun, documentToFill } from "./begun.ts";

/** That an ecosystem is there, and what makes a map of it. */
export function BegunNote({ begun, onClose }: { begun: Begun; onClose(): void }) {
  const note = useRef<HTMLElement>(null);
  // The field that had the focus is gone.
  useEffect(() => note.current?.focus(), []);
  return (
    <section ref={note} className="new-ecosystem" aria-label="What to do next" tabIndex={-1}>
      <h2>
        <bdi>{begun.name.trim()}</bdi> is there, and empty
      </h2>
      <ol>
        <li>
          Save its document and fill in who takes part (actors), what must be done (activities), and who says that they
          do it (claims), with the evidence for each.
        </li>
        <li>
          Name the firm from whose seat you look: “focal”, beside the name. Threats and customers are seen from it.
        </li>
        <li>
          Drop the document on this page. You see what it would change before anything is stored. The same file can be
          imported again as it grows: it is merged by key.
        </li>
      </ol>
      <footer>
        <Button size="xs" onClick={() => saveFile(documentToFill(begun), `${begun.key}.json`, "application/json")}>
          Save its document
        </Button>
        <Link to="/e/$ecosystem/map" params={{ ecosystem: begun.key }}>
          Open its map
        </Link>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </footer>
    </section>
  );
}
