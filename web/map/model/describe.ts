import { count } from "../../shared/format.ts";
import {
  actorKindWords,
  boundaryWords,
  competitorWords,
  layerWord,
  levelText,
  nodeKindWords,
} from "../../shared/words.ts";
import { tiesOf } from "./focus/ties.ts";
import type { Selection } from "./selection.ts";

/** Descriptions of records for the list after the map: kind and main facts in a few words. */
export function describer(selection: Selection): (id: string) => string {
  const { facts } = selection;
  const nodes = new Map(facts.map.nodes.map((node) => [node.id, node]));
  const threats = new Map(facts.threats.map((threat) => [threat.rival.id, threat]));
  const boundaries = new Map(facts.boundaries.map((boundary) => [boundary.activity.id, boundary]));
  return (id) => {
    const node = nodes.get(id);
    if (!node) return "";
    const boundary = boundaries.get(id);
    if (boundary) {
      const { layer } = boundary.activity;
      return `${layerWord(layer)}, boundary ${boundaryWords[boundary.status].toLowerCase()}`;
    }
    const threat = threats.get(id);
    const parts = [
      node.kind === "STANDARD"
        ? nodeKindWords.STANDARD
        : (node.actorKinds ?? []).map((kind) => actorKindWords[kind]).join(", "),
      id === facts.focal?.id && "focal firm",
      threat && `threat ${levelText(threat).toLowerCase()}, ${competitorWords[threat.type].toLowerCase()}`,
      count(tiesOf(selection).get(id)?.length ?? 0, "relation"),
    ];
    return parts.filter(Boolean).join(", ");
  };
}
