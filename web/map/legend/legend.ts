import type { Voice } from "../../graphql/schema-types.ts";
import { voiceWords } from "../../shared/words.ts";
import { lenses } from "../lenses/lenses.ts";
import { type Look, looks, lookWord } from "../model/kinds.ts";
import type { Scene } from "../model/scene.ts";
import type { LensName } from "../model/search-params/display-search.ts";
import { type LegendItem, type LegendPart, type LensLegend, type SignEntry, signItems } from "./legend-part.ts";

/** Legend of what is on the screen, in the order of the tables. */
export function legendOf(lens: LensName, scene: Scene): LegendPart[] {
  const { legend } = lenses[lens];
  return [
    groups(scene),
    ...(scene.keys ?? []).map(({ title, items }) => ({ title, items })),
    actorKinds(scene, legend),
    ...(legend.parts?.(scene) ?? []),
    voices(scene),
    symbols(scene, legend),
    difference(scene),
  ].filter((part) => part.items.length > 0);
}

/** Where colour shows a measure, it shows neither kinds nor voices. */
const isShaded = ({ keys }: Scene) => keys?.some((key) => key.channel === "shade") ?? false;

function actorKinds(scene: Scene, { hasOwnShapes = false }: LensLegend): LegendPart {
  const shaded = isShaded(scene);
  const present = new Set<string>(
    scene.nodes.flatMap((node) => (node.composition ? Object.keys(node.composition) : [node.look])),
  );
  return {
    title: hasOwnShapes && !shaded ? "Colour: kind" : "Kinds",
    items: (Object.keys(looks) as Look[])
      .filter((look) => present.has(look) && !(shaded && hasOwnShapes))
      .map((look) => ({
        key: look,
        label: lookWord(look),
        sample: shaded
          ? { type: "shape", shape: looks[look].shape }
          : { type: "node", look, shape: hasOwnShapes ? "ellipse" : looks[look].shape },
      })),
  };
}

function voices(scene: Scene): LegendPart {
  const present = new Set(scene.nodes.map((node) => node.voice));
  return {
    title: "Source of the claims",
    items: (Object.keys(voiceWords) as Voice[])
      .filter((voice) => !isShaded(scene) && present.has(voice))
      .map((voice) => ({ key: voice, label: voiceWords[voice], sample: { type: "voice", voice } })),
  };
}

const maxGroups = 14;

/** Groups by the colour of their outlines. */
function groups({ outlined = [] }: Scene): LegendPart {
  const listed = outlined.length > maxGroups ? outlined.slice(0, maxGroups - 1) : outlined;
  const items = listed.map(
    ({ name, label, members }, hue): LegendItem => ({
      key: name,
      label: `${label} (${members.length})`,
      sample: { type: "hue", hue },
    }),
  );
  const rest = outlined.length - listed.length;
  const title = rest > 0 ? `Groups: the largest ${listed.length} of ${outlined.length}` : "Groups";
  return { title, items };
}

function symbols(scene: Scene, legend: LensLegend): LegendPart {
  const { nodes, edges, background, keys } = scene;
  // A chosen style for size has its own entry.
  const isSizeChosen = keys?.some((key) => key.channel === "size");
  const isTiled = background.some((item) => item.type === "tile");
  const single = nodes.filter((node) => !node.composition);
  const entries: SignEntry[] = [
    ["cluster", "Group: size by number of records, ring by kind", single.length < nodes.length],
    ["cluster-edge", "Strongest relations between groups", edges.some((edge) => edge.toCluster)],
    ["tile", `${scene.arrangement?.title ?? "Group"}, with the number of its nodes`, isTiled],
    ["size", `Size: ${legend.size}`, !isSizeChosen && !isTiled && new Set(single.map((node) => node.size)).size > 1],
    ...(legend.signs?.(scene) ?? []),
    ["faded", "Lower confidence", [...nodes, ...edges].some((element) => element.confidence < 1)],
    ["leader", "Offset to avoid overlap", background.some((item) => item.type === "leader")],
  ];
  return { title: "Symbols", items: signItems(entries) };
}

/** Changes since another date, or of a scenario. */
function difference({ nodes, edges, background, isScenario }: Scene): LegendPart {
  const tail = background.find((item) => item.type === "tail" && !item.isFaint);
  const isLater = tail?.type === "tail" && !tail.isEarlier;
  const entries: SignEntry[] = [
    ["entered", "Entered", nodes.some((node) => node.change === "entered")],
    ["left", "Left", nodes.some((node) => node.change === "left")],
    ["ghost", "Not present on the date shown", nodes.some((node) => node.ghost)],
    ["tail", isLater ? "Later position" : "Earlier position", tail !== undefined],
    ["boundary-changed", "Boundary changed", background.some((item) => item.type === "territory" && item.isChanged)],
    ["edge-entered", "Relation began", edges.some((edge) => edge.change === "entered")],
    ["edge-left", "Relation ended", edges.some((edge) => edge.change === "left")],
  ];
  return { title: isScenario ? "Scenario" : "Changes between the dates", items: signItems(entries) };
}
