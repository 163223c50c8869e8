/**
 * Names of the colour scales; each is sequential, the lowest class lightest in the light theme and darkest in the dark
 * one.
 */
export type ScaleName = "threat" | "loss" | "plain";
export const scaleSteps = 5;

/**
 * Five steps each, distinguishable in greyscale too: coherence loss in violet, threat in ochre to red, everything else
 * in petrol. Red is reserved for a severe threat.
 */
export const scaleColours: Record<ScaleName, Record<"light" | "dark", readonly string[]>> = {
  threat: {
    light: ["#efe6cf", "#dcc183", "#c4922f", "#95570b", "#8e1b22"],
    dark: ["#4b4434", "#7a6532", "#b08a3a", "#e3b45f", "#ffb4b0"],
  },
  loss: {
    light: ["#ece6f3", "#cdbbe0", "#a688c6", "#7b549f", "#4a2a6e"],
    dark: ["#3d3549", "#5e4a7a", "#8767ab", "#b394d6", "#dcc9f2"],
  },
  plain: {
    light: ["#dcebea", "#a9d0d0", "#66a9ab", "#2b7b80", "#0a4a50"],
    dark: ["#2b3f41", "#3b6265", "#508c90", "#7cbcbf", "#b8e3e4"],
  },
};

/** Lower limit of each class but the first. */
export type Breaks = readonly number[];

/** Class of a value, 0 the lowest; a value on a break belongs to the class above it. */
export const classOf = (value: number, breaks: Breaks): number => breaks.filter((from) => value >= from).length;

/** Round breaks that divide 0..max into at most five classes. */
export function roundBreaks(max: number, whole: boolean): Breaks {
  if (max <= 0) return [];
  const rough = max / scaleSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough * 0.999)!;
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice;
  const breaks: number[] = [];
  for (let i = 1; i < scaleSteps && i * step < max; i++) breaks.push(Number((i * step).toPrecision(6)));
  return breaks;
}

export const largestDiameter = 52;

/** Diameter in world units: the area grows with the value. */
export const diameterOf = (value: number, max: number, largest = largestDiameter): number =>
  12 + (largest - 12) * Math.sqrt(max > 0 ? Math.max(0, value) / max : 0);

/** Line width in pixels at zoom 1. */
export const strokeOf = (value: number, max: number): number => 0.8 + 5.2 * (max > 0 ? Math.max(0, value) / max : 0);
