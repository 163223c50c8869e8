import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { actorGraphOf, attributeType, filledAt, type GraphAttribute, graphLosses, heldByGraph } from "../graph.ts";
import { lossesOf } from "../losses.ts";
import { element, xmlDeclaration, xmlText } from "../xml.ts";
import type { FileFormat } from "./format.ts";

export const gexf = {
  name: "GEXF",
  label: "GEXF 1.3",
  description: "Actors and relations as a graph with dates and positions, for Gephi.",
  ending: "gexf",
  mediaType: "application/gexf+xml",
  losses: (document) => [...lossesOf(document, heldByGraph), ...graphLosses(document, true)],
  write,
} as const satisfies FileFormat;

/** Fields that GEXF has places of its own for. */
const ownPlaces = new Set(["validFrom", "validTo", "type", "volume"]);
const isAttribute = ({ name }: GraphAttribute): boolean => !ownPlaces.has(name);

function write(document: EcosystemDocument): string {
  const { nodes, edges, nodeAttributes, edgeAttributes, positions } = actorGraphOf(document);
  const [ofNodes, ofEdges] = [nodeAttributes.filter(isAttribute), edgeAttributes.filter(isAttribute)];
  const words = edgeAttributes.find(({ name }) => name === "type")?.cells ?? [];
  const nodeElements = nodes.map(({ key, name, validFrom, validTo }, at) => {
    const position = positions.get(key);
    return element("node", { id: key, label: name, start: validFrom, end: validTo }, [
      ...attvalues(ofNodes, at),
      // Gephi's y grows upwards.
      ...(position ? [element("viz:position", { x: position.x, y: 0 - position.y, z: 0 })] : []),
    ]);
  });
  const edgeElements = edges.map(({ from, to, volume, validFrom, validTo }, at) => {
    const word = String(words[at]);
    const ends = { id: at, source: from, target: to, type: "directed" };
    return element(
      "edge",
      { ...ends, kind: word, label: word, weight: volume, start: validFrom, end: validTo },
      attvalues(ofEdges, at),
    );
  });
  const isDated = [...nodes, ...edges].some(({ validFrom, validTo }) => validFrom ?? validTo);
  const graph = element(
    "graph",
    {
      defaultedgetype: "directed",
      ...(isDated ? { mode: "dynamic", timeformat: "date", timerepresentation: "interval" } : { mode: "static" }),
    },
    [
      ...declared("node", ofNodes),
      ...declared("edge", ofEdges),
      element("nodes", {}, nodeElements),
      element("edges", {}, edgeElements),
    ],
  );
  const meta = element("meta", {}, [
    element("creator", {}, ["Ecotone"]),
    element("description", {}, [xmlText(document.ecosystem.name)]),
  ]);
  const namespaces = { xmlns: "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", version: "1.3" };
  return `${xmlDeclaration}${element("gexf", namespaces, [meta, graph])}\n`;
}

function declared(of: "node" | "edge", attributes: readonly GraphAttribute[]): string[] {
  if (attributes.length === 0) return [];
  const entries = attributes.map((attribute, at) =>
    element("attribute", { id: at, title: attribute.header, type: attributeType(attribute) }),
  );
  return [element("attributes", { class: of, mode: "static" }, entries)];
}

function attvalues(attributes: readonly GraphAttribute[], at: number): string[] {
  const values = filledAt(attributes, at).map(({ column, value }) =>
    element("attvalue", { for: column, value: String(value) }),
  );
  return values.length === 0 ? [] : [element("attvalues", {}, values)];
}
