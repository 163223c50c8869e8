import type { ActorKind } from "../../graphql/schema-types.ts";
import { looks } from "../model/kinds.ts";
import type { SceneNode } from "../model/scene.ts";

interface Named {
  id: string;
  kinds: readonly ActorKind[];
  name: string;
}

/** Node of an actor: coloured and shaped by its primary kind. */
export function actorNode(actor: Named, more: Partial<SceneNode> = {}, lineLength = 18): SceneNode {
  const look = more.look ?? actor.kinds[0] ?? "OTHER";
  return {
    id: actor.id,
    record: actor.id,
    name: actor.name,
    label: inLines(actor.name, lineLength),
    look,
    colour: looks[look].colour,
    shape: looks[look].shape,
    size: 22,
    confidence: 1,
    lead: false,
    priority: 0,
    ...more,
  };
}

/** Shorter forms of a name: in two shorter lines, then in one. */
export function shorterForms(name: string, length: number): { shorter?: readonly string[] } {
  if (name.length <= length) return {};
  const line = `${name.slice(0, length - 1).trimEnd()}…`;
  return { shorter: [inLines(name, length), line] };
}

/** A name in at most two lines of about `length` letters; what does not fit ends in an ellipsis. */
export function inLines(name: string, length: number): string {
  if (name.length <= length) return name;
  const words = name.split(" ");
  let first = words.shift()!;
  while (words.length > 0 && `${first} ${words[0]}`.length <= length) first += ` ${words.shift()}`;
  const lines = [first, words.join(" ")].filter((line) => line !== "");
  return lines.map((line) => (line.length > length + 2 ? `${line.slice(0, length).trimEnd()}…` : line)).join("\n");
}
