/** Settings that differ between two local servers; the rest of neo4j.conf is the same for all. */
interface Settings {
  /** Loopback port for Bolt. */
  boltPort: number;
  /** Maximum Java heap in megabytes. */
  heapMegabytes: number;
}

/**
 * Default of the maximum heap, in megabytes: a whole import is one transaction and needs it (docs/operations.md,
 * Settings of the app's own Neo4j).
 */
export const DEFAULT_HEAP_MEGABYTES = 1024;

/**
 * The text of neo4j.conf: loopback only, no HTTP, passwords on, LOAD CSV disabled for files and for all addresses
 * (docs/operations.md, Settings of the app's own Neo4j). Memory limits keep the measured proportion: 600 and 700 MB of
 * a 1 GB heap.
 */
export function neo4jConf({ boltPort, heapMegabytes }: Settings): string {
  const share = (of1024: number) => `${Math.floor((heapMegabytes * of1024) / 1024)}m`;
  const settings: [string, string | number | boolean][] = [
    ["server.default_listen_address", "127.0.0.1"],
    ["server.default_advertised_address", "127.0.0.1"],
    ["server.bolt.enabled", true],
    ["server.bolt.listen_address", `127.0.0.1:${boltPort}`],
    ["server.bolt.advertised_address", `127.0.0.1:${boltPort}`],
    // Open requests have ended before Neo4j is stopped, so its two grace periods of five seconds are not needed.
    ["internal.dbms.bolt.netty_server_shutdown_quiet_period", 0],
    ["internal.server.bolt.thread_pool_shutdown_wait_time", "1s"],
    ["server.http.enabled", false],
    ["server.https.enabled", false],
    ["dbms.security.auth_enabled", true],
    ["server.directories.import", "import"],
    ["dbms.security.allow_csv_import_from_file_urls", false],
    ["internal.dbms.cypher_ip_blocklist", "0.0.0.0/0,::/0"],
    ["db.transaction.timeout", "30s"],
    ["db.lock.acquisition.timeout", "10s"],
    ["db.memory.transaction.max", share(600)],
    ["dbms.memory.transaction.total.max", share(700)],
    ["server.memory.pagecache.size", "64m"],
    ["db.tx_log.preallocate", false],
    ["db.tx_log.rotation.size", "32m"],
    ["db.tx_log.rotation.retention_policy", "64m size"],
    ["dbms.usage_report.enabled", false],
  ];
  const lines = settings.map(([name, value]) => `${name}=${value}`);
  return `# Written by Ecotone at every start; changes made here are lost.\n${lines.join("\n")}\n`;
}
