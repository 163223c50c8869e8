import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, originOf, parseConfig } from "../../api/server/config.ts";

const complaints = (env: Record<string, string>): string[] => {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split("\n");
  }
  return [];
};

describe("settings", () => {
  test("an empty environment gives the documented defaults", () => {
    expect(parseConfig({})).toEqual({
      port: 4000,
      host: "127.0.0.1",
      dataFolder: resolve(".ecotone"),
      heapMegabytes: 1024,
      production: true,
    });
  });

  test("the address to open is this machine's where the app listens everywhere, and IPv6 stands in brackets", () => {
    const shown = ["0.0.0.0", "::", "::1", "ecotone.example"].map((host) => originOf({ host, port: 4000 }));
    const here = "http://127.0.0.1:4000";
    expect(shown).toEqual([here, here, "http://[::1]:4000", "http://ecotone.example:4000"]);
  });

  test("links are made with the public address, which is an origin of http or https", () => {
    const config = parseConfig({ HOST: "0.0.0.0", PUBLIC_URL: "https://Ecotone.example:8443/" });
    expect(config.publicUrl).toBe("https://ecotone.example:8443");
    expect(originOf(config)).toBe("https://ecotone.example:8443");
    for (const wrong of [
      "ecotone.example",
      "ftp://ecotone.example",
      "https://ecotone.example/path",
      "https://a:b@c.de",
    ])
      expect(complaints({ PUBLIC_URL: wrong })).toEqual([
        "PUBLIC_URL must be an address such as https://ecotone.example.org, without a path.",
      ]);
  });

  test("an empty setting counts as not set", () => {
    expect(parseConfig({ PORT: "", NEO4J_URI: "" }).port).toBe(4000);
  });

  test("a Neo4j of one's own is taken whole, with neo4j as the default user", () => {
    expect(parseConfig({ NEO4J_URI: "neo4j+s://x.example", NEO4J_PASSWORD: "p" }).neo4j).toEqual({
      uri: "neo4j+s://x.example",
      username: "neo4j",
      password: "p",
    });
  });

  test.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ HOST: "not a host" }, "HOST"],
    [{ ECOTONE_ADMIN_TOKEN: "short" }, "ECOTONE_ADMIN_TOKEN"],
    [{ ECOTONE_HEAP_MB: "12" }, "ECOTONE_HEAP_MB"],
    [{ NEO4J_URI: "http://localhost:7474", NEO4J_PASSWORD: "p" }, "NEO4J_URI"],
    [{ NEO4J_URI: "bolt://localhost:7687" }, "NEO4J_PASSWORD"],
    [{ NEO4J_PASSWORD: "p" }, "NEO4J_URI"],
    [{ NEO4J_URI: "bolt://localhost", NEO4J_PASSWORD: "p", NEO4J_DATABASE: "a b" }, "NEO4J_DATABASE"],
  ])("%o is refused in one sentence that names %s", (env, name) => {
    const said = complaints(env as Record<string, string>);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(name);
  });

  test("every wrong setting is named, not only the first", () => {
    const said = complaints({ PORT: "x", ECOTONE_HEAP_MB: "y", HOST: "?" }).join("\n");
    for (const name of ["PORT", "ECOTONE_HEAP_MB", "HOST"]) expect(said).toContain(name);
  });

  test("a wrong password setting is never repeated in what is said", () => {
    expect(complaints({ ECOTONE_ADMIN_TOKEN: "hunter 2" }).join()).not.toContain("hunter");
  });
});
