// Plain JavaScript: runs the server or a command, and builds them before that when their sources have changed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { commands, ensureServerIsBuilt, SERVER } from "./server/build-server.js";

const name = process.argv[2] ?? "";
if (!Object.hasOwn(commands, name)) {
  console.error(`Usage: node api/run.js NAME [ARGUMENTS], where NAME is one of ${Object.keys(commands).join(", ")}.`);
  process.exit(1);
}
await ensureServerIsBuilt();
const file = join(SERVER, `${name}.js`);
process.argv.splice(1, 2, file); // as if it had been called itself
await import(pathToFileURL(file).href);
