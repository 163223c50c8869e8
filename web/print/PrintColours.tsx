import { tokens } from "../app/theme.ts";

const light = Object.entries({ ...tokens, ground: ["#ffffff"] })
  .map(([name, [value]]) => `--eco-${name}: ${value};`)
  .join(" ");

/** Print colours: the light values of the same tokens on white, whatever the theme on screen. */
export function PrintColours() {
  return <style media="print">{`:root:root[data-mantine-color-scheme] { color-scheme: light; ${light} }`}</style>;
}
