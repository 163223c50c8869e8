// Plain JavaScript: runs the server or a command, and builds them before that when their sources have changed.
//   node api/run.js server | import | export | invite | sessions | cypher   [arguments]
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureServerIsBuilt, SERVER } from "./server/build-server.js";

await ensureServerIsBuilt();
const file = join(SERVER, `${process.argv[2]}.js`);
process.argv.splice(1, 2, file); // as if it had been called itself
await import(pathToFileURL(file).href);
