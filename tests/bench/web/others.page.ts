import cytoscape from "cytoscape";
import Graph from "graphology";
import Sigma from "sigma";

/** The same nodes at the same places, for the libraries that ours is held against. */
export interface Drawing {
  nodes: { id: string; x: number; y: number; size: number; colour: string; label: string }[];
  edges: { id: string; source: string; target: string }[];
}

/** From when drawing began to when all was drawn, in milliseconds since the page began. */
export interface Span {
  begun: number;
  drawn: number;
}

const drawnSince = async (begun: number): Promise<Span> => {
  await twoFrames();
  return { begun, drawn: performance.now() };
};
const twoFrames = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

function room(): HTMLElement {
  document.body.innerHTML = '<div id="room" style="position:fixed;inset:0"></div>';
  return document.getElementById("room")!;
}

let end = () => {};

function plainCytoscape({ nodes, edges }: Drawing): Promise<Span> {
  end();
  const container = room();
  const begun = performance.now();
  const cy = cytoscape({
    container,
    elements: [...nodes.map(({ x, y, ...data }) => ({ data, position: { x, y } })), ...edges.map((data) => ({ data }))],
    style: [
      {
        selector: "node",
        style: { width: "data(size)", height: "data(size)", "background-color": "data(colour)", label: "data(label)" },
      },
      { selector: "edge", style: { width: 1, "line-color": "#999", "target-arrow-shape": "triangle" } },
    ] as never,
    layout: { name: "preset" },
  });
  end = () => cy.destroy();
  return drawnSince(begun);
}

function sigma({ nodes, edges }: Drawing): Promise<Span> {
  end();
  const container = room();
  const begun = performance.now();
  const graph = new Graph({ multi: true });
  for (const { id, x, y, size, colour, label } of nodes)
    graph.addNode(id, { x, y: -y, size: Math.max(1.5, size / 10), color: colour, label });
  for (const { id, source, target } of edges)
    graph.addEdgeWithKey(id, source, target, { color: "#ccc", size: 0.6, type: "arrow" });
  const drawn = new Sigma(graph, container);
  end = () => drawn.kill();
  return drawnSince(begun);
}

Object.assign(window, { others: { plainCytoscape, sigma } });
