import { IconFileCode, IconFileTypeCsv, IconFileTypeSvg, IconFileVector, IconPhoto } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { client, describeFailure } from "../../../graphql/client.ts";
import type { ExportPage } from "../../../map/output/export-page.ts";
import type { MapContextValue } from "../map-context.ts";
import { documentOfQuery } from "./document-of.graphql.ts";

export interface MapExport {
  name: string;
  label: string;
  /** What the file is good for. */
  about: string;
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  ending: string;
  type: string;
  make(map: MapContextValue, page: ExportPage): Promise<Blob | string>;
}

/** What the map can be saved as. The makers are fetched when they are first asked for. A new one is an entry. */
export const mapExports: readonly MapExport[] = [
  {
    name: "png",
    label: "Image (PNG)",
    about: "Double resolution, with the legend: for slides.",
    icon: IconPhoto,
    ending: "png",
    type: "image/png",
    make: async (_map, page) => (await import("../../../map/output/to-png.ts")).toPng(page),
  },
  {
    name: "svg",
    label: "Vector drawing (SVG)",
    about: "Text stays editable: for print and drawing programs.",
    icon: IconFileTypeSvg,
    ending: "svg",
    type: "image/svg+xml",
    make: async (_map, page) => (await import("../../../map/output/to-svg.ts")).toSvg(page),
  },
  {
    name: "records",
    label: "Shown records (CSV)",
    about: "With position, threat and boundary on this date.",
    icon: IconFileTypeCsv,
    ending: "records.csv",
    type: "text/csv;charset=utf-8",
    make: async ({ selection }) => (await import("../../../map/output/to-csv.ts")).recordsCsv(selection),
  },
  {
    name: "relations",
    label: "Shown relations (CSV)",
    about: "One row each, with their dates and confidence.",
    icon: IconFileVector,
    ending: "relations.csv",
    type: "text/csv;charset=utf-8",
    make: async ({ selection }) => (await import("../../../map/output/to-csv.ts")).relationsCsv(selection),
  },
  {
    name: "document",
    label: "Shown records as a document (JSON)",
    about: "These records and all facts between them on this date. Can be imported elsewhere.",
    icon: IconFileCode,
    ending: "json",
    type: "application/json",
    make: async ({ ecosystem, day, selection, search }) => {
      const variables = { key: ecosystem, nodes: [...selection.nodes], asOf: day, minConfidence: search.sure ?? null };
      const { data, error } = await client.query(documentOfQuery, variables).toPromise();
      if (error) throw new Error(describeFailure(error).detail);
      return `${JSON.stringify(data?.ecosystem?.documentOf, null, 2)}\n`;
    },
  },
];
