/** The design tokens of the page that the canvas needs: a canvas cannot read style sheets. The same values as web/app/theme.ts. */
export interface Palette {
  scheme: "light" | "dark";
  ink: string;
  muted: string;
  line: string;
  surface: string;
  neutral: string;
  accent: string;
  attention: string;
}

export const palettes: Record<"light" | "dark", Palette> = {
  light: {
    scheme: "light",
    ink: "#1d2125",
    muted: "#5a5f63",
    line: "#e6e2d8",
    surface: "#fffefb",
    neutral: "#8b877c",
    accent: "#0f5c63",
    attention: "#9a5b00",
  },
  dark: {
    scheme: "dark",
    ink: "#e9e6df",
    muted: "#a3a8ab",
    line: "#2c3237",
    surface: "#1b1f23",
    neutral: "#868e95",
    accent: "#7cc4c8",
    attention: "#e0a94f",
  },
};

export const font = '"Inter Variable", Inter, system-ui, sans-serif';
