import { keepNodes, type Stage } from "./picture.ts";

/** Only actors of the chosen kinds, any of an actor's; what is no actor stays. */
export const ofKinds: Stage = (picture, { kinds }) => {
  if (!kinds) return picture;
  const chosen = new Set(kinds);
  const left = new Set(
    picture.facts.map.nodes
      .filter((node) => node.kind === "ACTOR" && !node.actorKinds?.some((kind) => chosen.has(kind)))
      .map((node) => node.id),
  );
  return keepNodes(picture, (id) => !left.has(id));
};
