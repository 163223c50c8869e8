import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";

/** One row per token, its light and its dark value; every pair of ink on ground meets WCAG AA (4.5:1). */
export const tokens = {
  ground: ["#f6f4ef", "#14171a"],
  surface: ["#fffefb", "#1b1f23"],
  raised: ["#ffffff", "#22272c"],
  sunken: ["#edeae2", "#101214"],
  ink: ["#1d2125", "#e9e6df"],
  muted: ["#5a5f63", "#a3a8ab"],
  line: ["#dcd8cd", "#32383e"],
  "line-strong": ["#8b877c", "#727a81"],
  accent: ["#0f5c63", "#7cc4c8"],
  "accent-soft": ["#dfecea", "#1d3437"],
  "on-accent": ["#ffffff", "#0e1516"],
  mark: ["#9a5b00", "#e0a94f"],
  "mark-soft": ["#f5e8cf", "#3a2e18"],
  severe: ["#a4262c", "#f1898c"],
  "severe-soft": ["#f7e2e1", "#42201f"],
  // The sequential scale of a threat, least first; red is for SEVERE only.
  "level-low": ["#7a8a83", "#8b9a94"],
  "level-moderate": ["#9a7a2e", "#cdb26a"],
  "level-high": ["#9a5b00", "#e0a94f"],
  "level-severe": ["#a4262c", "#f1898c"],
  // Parts of a stacked bar.
  "part-1": ["#0f5c63", "#7cc4c8"],
  "part-2": ["#b07a1f", "#e0a94f"],
  "part-3": ["#7b6a9a", "#b3a3d6"],
  "part-4": ["#4d7a36", "#9cc57f"],
  "part-5": ["#a3416a", "#e593b5"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

const petrol: MantineColorsTuple = [
  "#eaf4f4",
  "#d3e6e6",
  "#a9cdce",
  "#7cb3b5",
  "#569da0",
  "#3c8d91",
  "#1f767b",
  "#0f5c63",
  "#0b4d53",
  "#063d42",
];

const stone: MantineColorsTuple = [
  "#e9e6df",
  "#cfccc5",
  "#b3b2ad",
  "#8f9294",
  "#5b6369",
  "#3a4148",
  "#32383e",
  "#22272c",
  "#1b1f23",
  "#14171a",
];

const sand: MantineColorsTuple = [
  "#f6f4ef",
  "#edeae2",
  "#e4e0d6",
  "#dcd8cd",
  "#c4bfb2",
  "#a8a396",
  "#8b877c",
  "#5a5f63",
  "#3a3f44",
  "#1d2125",
];

const font =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: "640" },
  colors: { petrol, gray: sand, dark: stone },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  // The library chooses the text of filled controls for the light theme only; this variable follows the theme.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const isPrimary = input.color === undefined || input.color === "petrol";
    return input.variant === "filled" && isPrimary
      ? { ...colours, color: "var(--mantine-primary-color-contrast)" }
      : colours;
  },
  defaultRadius: 3,
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
});

const side = (index: 0 | 1) =>
  Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--eco-${name}`, pair[index]]));

/** Mantine's own variables follow the tokens, so its controls and our pages have one look. */
const mantine = {
  "--mantine-color-body": "var(--eco-ground)",
  "--mantine-color-text": "var(--eco-ink)",
  "--mantine-color-dimmed": "var(--eco-muted)",
  "--mantine-color-placeholder": "var(--eco-muted)",
  "--mantine-color-default": "var(--eco-surface)",
  "--mantine-color-default-hover": "var(--eco-sunken)",
  "--mantine-color-default-border": "var(--eco-line-strong)",
  "--mantine-color-default-color": "var(--eco-ink)",
  "--mantine-color-anchor": "var(--eco-accent)",
  "--mantine-color-error": "var(--eco-severe)",
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...side(0), ...mantine },
  dark: { ...side(1), ...mantine },
});
