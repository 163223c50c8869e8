import type { Core, NodeSingular } from "cytoscape";
import type { Point } from "../../model/scene.ts";
import type { Behaviour } from "../access.ts";
import { atRest } from "../at-rest.ts";
import type { Outline } from "../group-outlines/outline.ts";
import type { OutlineJob } from "../group-outlines/outlines.worker.ts";

const restMillis = 140;
/** Under this name the canvas itself keeps what is outlined on it. */
const outlinesName = "_outlines";

/** The outlines that lie on the canvas at this moment. */
export const outlinesOn = (cy: Core): readonly Outline[] => cy.scratch(outlinesName) ?? [];

/** Sets where the names of the outlines stand, in their order. */
export function nameOutlines(cy: Core, places: readonly (Point | null)[]): void {
  const before = outlinesOn(cy);
  const isSame = before.every(({ nameAt }, i) => nameAt?.x === places[i]?.x && nameAt?.y === places[i]?.y);
  if (isSame) return;
  cy.scratch(
    outlinesName,
    before.map((outline, i) => ({ ...outline, nameAt: places[i] ?? null })),
  );
  cy.forceRender();
}

/** Outlines the groups of what is shown whenever the nodes have come to rest. While they move there are none: an old outline would be wrong. */
export const outlines: Behaviour = ({ cy, now }) => {
  let worker: Worker | null = null;
  /** Also what is still being made: it would come for nodes that stand elsewhere, or for groups that are gone. */
  const clear = () => {
    worker?.terminate();
    worker = null;
    if (outlinesOn(cy).length === 0) return;
    cy.scratch(outlinesName, []);
    cy.forceRender();
  };
  const make = () => {
    const { groups } = now().props;
    clear();
    if (groups.length === 0) return;
    worker = new Worker(new URL("../group-outlines/outlines.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Outline[]>) => {
      cy.scratch(outlinesName, data);
      cy.emit("outlined");
      cy.forceRender();
    };
    const discs = cy.nodes(":visible").map((element) => {
      const node = element as NodeSingular;
      return { id: node.data("record") as string, ...node.position(), radius: node.width() / 2 };
    });
    worker.postMessage({ groups, discs } satisfies OutlineJob);
  };
  const { soon, end } = atRest(cy, restMillis, make);
  const onMove = () => {
    clear();
    soon();
  };
  cy.on("position", "node", onMove);
  cy.on("add remove groups", soon);
  return () => {
    end();
    worker?.terminate();
    cy.off("position", "node", onMove as never);
    cy.off("add remove groups", soon as never);
  };
};
