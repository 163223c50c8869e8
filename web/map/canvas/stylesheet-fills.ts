import type { Voice } from "../../graphql/schema-types.ts";
import { colourOf, type Look } from "../model/kinds.ts";
import { type ScaleName, scaleColours } from "../model/style/scales.ts";
import type { Palette } from "./background/palette.ts";

/**
 * Voice: solid for an actor's own view, with a ring where others confirm it, half empty where they dispute it; hollow
 * for others' view only, a dot in the centre for our assessment only.
 */
export function voiceStyles(look: Look, { scheme, surface }: Palette): object[] {
  const colour = colourOf(look, scheme);
  const of = (voice: Voice, style: object) => ({ selector: `node[look = "${look}"][voice = "${voice}"]`, style });
  const stops = { "background-gradient-stop-colors": `${colour} ${colour} ${surface} ${surface}` };
  const rim = { "border-color": colour, "border-width": 2.2, "background-opacity": 1 };
  return [
    of("CONFIRMED", { "outline-width": 1.6, "outline-color": colour, "outline-offset": 1.6 }),
    of("DISPUTED", {
      ...rim,
      ...stops,
      "background-fill": "linear-gradient",
      "background-gradient-direction": "to-right",
      "background-gradient-stop-positions": "0% 50% 50% 100%",
    }),
    of("BY_OTHERS", { ...rim, "background-color": surface }),
    // The gradient's whole length is the node's width: a quarter is half of its radius.
    of("ASSESSED", {
      ...rim,
      ...stops,
      "background-fill": "radial-gradient",
      "background-gradient-stop-positions": "0% 25% 25% 100%",
    }),
  ];
}

/** Colours and rings of a measure; unknown is grey, hollow and dashed, never the lowest step of the scale. */
export function shadeStyles(palette: Palette): object[] {
  const steps = (Object.keys(scaleColours) as ScaleName[]).flatMap((scale) =>
    scaleColours[scale][palette.scheme].flatMap((colour, i) => [
      {
        selector: `node[shade = "${scale}-${i}"]`,
        style: {
          "background-color": colour,
          "background-opacity": 1,
          "background-fill": "solid",
          "border-color": palette.muted,
          "outline-width": 0,
        },
      },
      { selector: `node[ring = "${scale}-${i}"]`, style: { "border-color": colour, "border-width": 5 } },
    ]),
  );
  return [
    ...steps,
    {
      selector: 'node[shade = "unknown"]',
      style: {
        "background-fill": "solid",
        "outline-width": 0,
        "background-color": palette.surface,
        "background-opacity": 1,
        "border-color": palette.neutral,
        "border-width": 1.6,
        "border-style": "dashed",
      },
    },
    {
      selector: 'node[ring = "unknown"]',
      style: { "border-color": palette.neutral, "border-width": 1.6, "border-style": "dashed" },
    },
  ];
}
