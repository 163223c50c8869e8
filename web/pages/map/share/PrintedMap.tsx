import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useQuery } from "urql";
import { ecosystemHeaderQuery } from "../../../graphql/ecosystem-header.graphql.ts";
import { palettes } from "../../../map/canvas/background/palette.ts";
import { LegendSample } from "../../../map/legend/LegendSample.tsx";
import { type ExportPage, layOutPage, paintPage, sampleWidth } from "../../../map/output/export-page.ts";
import { useMap } from "../map-context.ts";
import { exportPageOf } from "./export-page-of.ts";
import "./print-map.css";

/** What the map is on paper: a sheet of its own in the light colours, made when the browser is about to print. */
export function PrintedMap() {
  const map = useMap();
  const [{ data }] = useQuery({ query: ecosystemHeaderQuery, variables: { key: map.ecosystem } });
  const [page, setPage] = useState<ExportPage | null>(null);
  const make = useRef<() => ExportPage | null>(() => null);
  make.current = () => exportPageOf(map, data?.ecosystem?.name ?? map.ecosystem, "light");
  useEffect(() => {
    // The browser takes its picture of the page as soon as the event is over.
    const before = () => flushSync(() => setPage(make.current()));
    const after = () => setPage(null);
    const print = window.matchMedia("print");
    const onMedia = ({ matches }: { matches: boolean }) => (matches ? before() : after());
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    print.addEventListener("change", onMedia);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
      print.removeEventListener("change", onMedia);
    };
  }, []);
  return page && <Sheet page={page} />;
}

const resolution = 3;

function Sheet({ page }: { page: ExportPage }) {
  const { width, height, entries } = useMemo(() => layOutPage(page), [page]);
  const image = useMemo(() => {
    const canvas = document.createElement("canvas");
    canvas.width = width * resolution;
    canvas.height = height * resolution;
    const context = canvas.getContext("2d");
    if (!context) return undefined;
    context.scale(resolution, resolution);
    paintPage(context, page);
    return canvas.toDataURL("image/png");
  }, [page, width, height]);
  return (
    <svg
      className="map-print"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${page.title}: ${page.subtitle}`}
      color={palettes.light.ink}
    >
      <image href={image} width={width} height={height} />
      {entries.map(
        ({ x, y, item }) =>
          item && (
            <g key={`${x} ${y}`} transform={`translate(${x - sampleWidth} ${y - 8})`}>
              <LegendSample sample={item.sample} scheme="light" />
            </g>
          ),
      )}
    </svg>
  );
}
