import cytoscape from "cytoscape";
import Graph from "graphology";
import Sigma from "sigma";

/** The same nodes at the same places, for the libraries that ours is held against. */
export interface Drawing {
  nodes: { id: string; x: number; y: number; size: number; colour: string; label: string }[];
  edges: { id: string; source: string; target: string }[];
}

const painted = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));

function room(): HTMLElement {
  document.body.innerHTML = '<div id="room" style="position:fixed;inset:0"></div>';
  return document.getElementById("room")!;
}

let end = () => {};

/** Milliseconds until all is painted. */
async function plainCytoscape({ nodes, edges }: Drawing): Promise<number> {
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
  await painted();
  end = () => cy.destroy();
  return performance.now() - begun;
}

async function sigma({ nodes, edges }: Drawing): Promise<number> {
  end();
  const container = room();
  const begun = performance.now();
  const graph = new Graph({ multi: true });
  for (const { id, x, y, size, colour, label } of nodes)
    graph.addNode(id, { x, y: -y, size: Math.max(1.5, size / 10), color: colour, label });
  for (const { id, source, target } of edges)
    graph.addEdgeWithKey(id, source, target, { color: "#ccc", size: 0.6, type: "arrow" });
  const drawn = new Sigma(graph, container);
  await painted();
  end = () => drawn.kill();
  return performance.now() - begun;
}

Object.assign(window, { others: { plainCytoscape, sigma } });
