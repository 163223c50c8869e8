import { tokens } from "../app/theme.ts";

const light = Object.entries({ ...tokens, ground: ["#ffffff"] })
  .map(([name, [value]]) => `--eco-${name}: ${value};`)
  .join(" ");

/** Paper is white, whatever the theme on screen: the light half of the same tokens. */
export function PrintColours() {
  return <style media="print">{`:root:root[data-mantine-color-scheme] { color-scheme: light; ${light} }`}</style>;
}
