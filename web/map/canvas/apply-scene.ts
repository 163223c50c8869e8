import type { Core, ElementDefinition, SingularElementReturnValue } from "cytoscape";
import type { Composition, Point, Scene, SceneEdge, SceneNode } from "../model/scene.ts";
import { fade } from "./stylesheet.ts";

/** Elements of a canvas as last applied: what has not changed since is left alone. */
const given = new WeakMap<Core, Map<string, object>>();

/**
 * Updates the canvas to the scene: elements that stay are kept, the others are removed and added. Nothing is moved yet.
 * @param places initial places of new nodes whose record is not on the canvas already
 */
export function applyScene(cy: Core, scene: Scene, places?: ReadonlyMap<string, Point>): void {
  const before = given.get(cy) ?? new Map<string, object>();
  const now = new Map<string, SceneNode | SceneEdge>(
    [...scene.nodes, ...scene.edges].map((element) => [element.id, element]),
  );
  given.set(cy, now);
  cy.batch(() => {
    const removed = cy.elements().filter((element) => !now.has(element.id()));
    const homes = new Map(removed.nodes().map((node) => [node.data("record") as string, { ...node.position() }]));
    const homeOf = (record: string) => {
      const node = cy.getElementById(record);
      return node.nonempty() ? node.position() : homes.get(record);
    };
    const added: ElementDefinition[] = [];
    scene.nodes.forEach((node, i) => {
      const existing = cy.getElementById(node.id);
      if (existing.nonempty() && before.get(node.id) === node) return;
      const data = nodeData(node);
      if (existing.nonempty()) {
        replaceData(existing, data);
        return;
      }
      // An actor's further markers start at its first one; a new node starts at its own place, or on a circle.
      const angle = (2 * Math.PI * i) / scene.nodes.length;
      const circle = { x: 400 * Math.cos(angle), y: 400 * Math.sin(angle) };
      const start = homeOf(node.record) ?? places?.get(node.id) ?? node.place ?? circle;
      // A collapsed group is placed at its members; of several markers of an actor only the first can be dragged.
      const grabbable = !node.members && !node.composition && node.id === node.record;
      added.push({ group: "nodes", data, position: { ...start }, grabbable });
    });
    for (const edge of scene.edges) {
      const existing = cy.getElementById(edge.id);
      if (existing.nonempty() && before.get(edge.id) === edge) continue;
      const data = { ...edge, opacity: 0.62 * fade(edge.confidence) };
      if (existing.nonempty()) replaceData(existing, data);
      else added.push({ group: "edges", data });
    }
    removed.remove();
    cy.add(added);
  });
}

const nodeData = ({ place, composition, ...rest }: SceneNode) => ({
  ...rest,
  ...sharesOf(composition),
  opacity: fade(rest.confidence),
});

/**
 * Element data are replaced as a whole: Cytoscape's data() merges, so that values of one lens would remain in the next.
 */
function replaceData(element: SingularElementReturnValue, data: { id: string }): void {
  const stale = Object.keys(element.data()).filter((name) => !(name in data));
  if (stale.length > 0) element.removeData(stale.join(" "));
  element.data(data);
}

/** Of a cluster: the share of each style, in percent. */
const sharesOf = (composition: Composition | undefined): object => {
  if (!composition) return {};
  const whole = Object.values(composition).reduce((sum, count) => sum + count, 0);
  const shares = Object.entries(composition).map(([look, count]) => [`part_${look}`, (100 * count) / whole]);
  return { composition: whole, ...Object.fromEntries(shares) };
};
