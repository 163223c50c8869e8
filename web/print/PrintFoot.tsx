import { useLocation } from "@tanstack/react-router";
import { formatDate, today } from "../shared/format.ts";

/** How to read the numbers on paper, where nothing can be hovered, and where they can be read again. */
export function PrintFoot() {
  const { href } = useLocation();
  return (
    <footer className="print-only print-foot">
      <p>
        Scores run from 0 to 100. The range behind a score is where it could lie once everything is known; the share
        that is known says how much of its weight rests on recorded facts. What is unknown is a dash, never 0. Sources
        carry their Admiralty grade: reliability A to F, credibility 1 to 6.
      </p>
      <p>
        Made with Ecotone on {formatDate(today())}. To be read again at{" "}
        <bdi>
          {window.location.origin}
          {href}
        </bdi>
      </p>
    </footer>
  );
}
