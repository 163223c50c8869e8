import { startLocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";

// Process that starts Neo4j and then idles, for tests that kill it.
const [dataFolder = "", cacheFolder = ""] = process.argv.slice(2);
const server = await startLocalNeo4j({ dataFolder, cacheFolder, onProgress: () => {} });
console.log(`neo4j ${server.pid()}`);
setInterval(() => {}, 60_000);
