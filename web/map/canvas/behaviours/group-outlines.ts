import type { NodeSingular } from "cytoscape";
import { atRest } from "../at-rest.ts";
import { listen } from "../events.ts";
import type { Outline } from "../group-outlines/outline.ts";
import type { OutlineJob } from "../group-outlines/outlines.worker.ts";
import type { Behaviour } from "./behaviour.ts";

const restMillis = 140;

/**
 * Outlines the groups whenever the nodes are at rest. While they move there are none: an old outline would be wrong.
 */
export const groupOutlines: Behaviour = (canvas) => {
  const { cy, now, events } = canvas;
  let worker: Worker | null = null;
  /**
   * Also cancels outlines that are being computed: they would be for old positions or for groups that no longer exist.
   */
  const clear = () => {
    worker?.terminate();
    worker = null;
    if (canvas.outlines.length > 0) canvas.setOutlines([]);
  };
  const make = () => {
    const { props, scene } = now();
    const { groups } = props;
    clear();
    if (groups.length === 0) return;
    worker = new Worker(new URL("../group-outlines/outlines.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Outline[]>) => {
      canvas.setOutlines(data);
      events.emit("outlined");
    };
    const discs = cy.nodes(":visible").map((element) => {
      const node = element as NodeSingular;
      return { id: node.data("record") as string, ...node.position(), radius: node.width() / 2 };
    });
    worker.postMessage({ groups, discs, areApart: scene.arrangement !== undefined } satisfies OutlineJob);
  };
  const { soon, end } = atRest(cy, restMillis, make);
  const onMove = () => {
    clear();
    soon();
  };
  const endings = [
    listen(cy, "position", onMove, "node"),
    listen(cy, "add remove", soon),
    events.on("groupsChanged", soon),
    end,
  ];
  return () => {
    for (const stop of endings) stop();
    worker?.terminate();
  };
};
