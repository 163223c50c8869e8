import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPage, pageIsStale } from "../../api/server/build-page.ts";
import { PAGE } from "../../api/server/build-server.js";
import type { Bench, Figure } from "./stage/figure.ts";

const assets = join(PAGE, "assets");

/** A script and all that it imports before it runs; what it only imports when asked to is not among them. */
export function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(assets, file), "utf8");
  for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) withImports(imported!, found);
  return found;
}

const zipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0) / 1000;

export function chunk(name: string): string {
  const found = readdirSync(assets).find((file) => file.startsWith(`${name}-`) && file.endsWith(".js"));
  if (found === undefined) throw new Error(`The build has no script of ${name}: was the page renamed?`);
  return found;
}

function figures(): Figure[] {
  const html = readFileSync(join(PAGE, "index.html"), "utf8");
  const entry = /src="\/assets\/([^"]+\.js)"/.exec(html)?.[1];
  if (entry === undefined) throw new Error("dist/page/index.html names no script.");
  const everyPage = withImports(entry);
  const list = withImports(chunk("EcosystemsPage"), new Set(everyPage));
  const map = withImports(chunk("MapPage"), new Set(everyPage));
  return [
    {
      what: "first page: JavaScript, gzipped",
      value: zipped(list),
      unit: "kB",
      atMost: 250,
      from: [...list].join(", "),
    },
    { what: "map page: JavaScript, gzipped, with the map's library", value: zipped(map), unit: "kB" },
  ];
}

export const pageJavaScript: Bench = {
  name: "page-javascript",
  about: "what a browser must fetch before the first page is there, and before the map is",
  onStage: false,
  async run() {
    if (pageIsStale()) await buildPage();
    return figures();
  },
};
