import { useLocation } from "@tanstack/react-router";
import { formatDate, today } from "../shared/format.ts";

/** Footer on paper: how to read the numbers, where nothing can be hovered, and the address of the page. */
export function PrintFoot() {
  const { href } = useLocation();
  return (
    <footer className="print-only print-foot">
      <p>
        Scores run from 0 to 100. The range next to a score shows where it could lie given what is unknown; the
        percentage known is the share of its weight that rests on recorded facts. Unknown values are shown as a dash,
        never as 0. Sources carry their Admiralty grade: reliability A to F, credibility 1 to 6.
      </p>
      <p>
        Created with Ecotone on {formatDate(today())}. Online at{" "}
        <bdi>
          {window.location.origin}
          {href}
        </bdi>
      </p>
    </footer>
  );
}
