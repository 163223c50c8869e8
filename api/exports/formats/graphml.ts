import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { actorGraphOf, attributeType, filledAt, type GraphAttribute, graphLosses, heldByGraph } from "../graph.ts";
import { lossesOf } from "../losses.ts";
import { element, xmlDeclaration, xmlText } from "../xml.ts";
import type { FileFormat } from "./format.ts";

export const graphml = {
  name: "GRAPHML",
  label: "GraphML",
  description: "Actors and relations as a graph, for yEd, Gephi, Cytoscape and libraries.",
  ending: "graphml",
  mediaType: "application/graphml+xml",
  losses: (document) => [...lossesOf(document, heldByGraph), ...graphLosses(document, true)],
  write,
} as const satisfies FileFormat;

/** Edge of the square that yEd draws for an actor. */
const size = 30;

/** Writes attributes as data, and names and positions as yEd draws them besides. */
function write(document: EcosystemDocument): string {
  const { nodes, edges, nodeAttributes, edgeAttributes, positions } = actorGraphOf(document);
  const keys = [
    key("label", "node", "Label", "string"),
    ...(positions.size > 0 ? [key("x", "node", "x", "double"), key("y", "node", "y", "double")] : []),
    element("key", { id: "drawn", for: "node", "yfiles.type": "nodegraphics" }),
    ...nodeAttributes.map((attribute, at) => key(`n${at}`, "node", attribute.header, attributeType(attribute))),
    ...edgeAttributes.map((attribute, at) => key(`e${at}`, "edge", attribute.header, attributeType(attribute))),
  ];
  const ofNodes = nodes.map((actor, at) => {
    const position = positions.get(actor.key);
    return element("node", { id: actor.key }, [
      data("label", actor.name),
      // Gephi's y grows upwards.
      ...(position ? [data("x", position.x), data("y", 0 - position.y)] : []),
      element("data", { key: "drawn" }, [
        element("y:ShapeNode", {}, [
          element("y:Geometry", {
            width: size,
            height: size,
            ...(position && { x: position.x - size / 2, y: position.y - size / 2 }),
          }),
          element("y:NodeLabel", {}, [xmlText(actor.name)]),
        ]),
      ]),
      ...dataAt("n", nodeAttributes, at),
    ]);
  });
  const ofEdges = edges.map(({ from, to }, at) =>
    element("edge", { id: `r${at}`, source: from, target: to }, dataAt("e", edgeAttributes, at)),
  );
  const graph = element("graph", { id: document.ecosystem.key, edgedefault: "directed" }, [...ofNodes, ...ofEdges]);
  const namespaces = {
    xmlns: "http://graphml.graphdrawing.org/xmlns",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
  };
  return `${xmlDeclaration}${element("graphml", namespaces, [...keys, graph])}\n`;
}

const key = (id: string, of: "node" | "edge", name: string, type: string): string =>
  element("key", { id, for: of, "attr.name": name, "attr.type": type });
const data = (id: string, value: string | number | boolean): string =>
  element("data", { key: id }, [xmlText(String(value))]);

const dataAt = (prefix: string, attributes: readonly GraphAttribute[], at: number): string[] =>
  filledAt(attributes, at).map(({ column, value }) => data(`${prefix}${column}`, value));
