import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { saveFile } from "../map/share/save-file.ts";
import { type NewHead, templateDocument } from "./new-document.ts";

/** Confirmation that an ecosystem has been created, with the steps from an empty one to a map. */
export function NextSteps({ created, onClose }: { created: NewHead; onClose(): void }) {
  const note = useRef<HTMLElement>(null);
  // The focused form field was removed, so the focus moves to the note.
  useEffect(() => note.current?.focus(), []);
  return (
    <section ref={note} className="new-ecosystem" aria-label="Next steps" tabIndex={-1}>
      <h2>
        <bdi>{created.name.trim()}</bdi> has been created
      </h2>
      <ol>
        <li>
          Download the template and fill in the actors, the activities and the claims about who does what, each with its
          evidence.
        </li>
        <li>
          Set the focal firm: enter its key as “focal”, next to the ecosystem's name. Competitive threats and customers
          are shown from its viewpoint.
        </li>
        <li>
          Drop the file on this page. You will see a preview of the changes before anything is saved. You can import the
          file again as it grows: records are merged by key.
        </li>
      </ol>
      <footer>
        <Button
          size="xs"
          onClick={() => saveFile(templateDocument(created), `${created.key}.json`, "application/json")}
        >
          Download template
        </Button>
        <Link to="/e/$ecosystem/map" params={{ ecosystem: created.key }}>
          Open map
        </Link>
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          Close
        </Button>
      </footer>
    </section>
  );
}
