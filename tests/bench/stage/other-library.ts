import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import type { Driver } from "neo4j-driver";
import { ask } from "./ask.ts";

const common = "validFrom: String validTo: String confidence: Float";
const types: Record<string, { label: string; fields: string }> = {
  actors: { label: "Actor", fields: "key: String! name: String! kinds: [String!]!" },
  standards: { label: "Standard", fields: "key: String! name: String!" },
  activities: { label: "Activity", fields: "key: String! name: String!" },
  offerings: { label: "Offering", fields: "key: String! name: String! provider: String! activities: [String!]" },
  claims: { label: "Claim", fields: "identity: String! about: String! activity: String! extent: Float! lead: Boolean" },
  adoptions: { label: "Adoption", fields: "identity: String! actor: String! standard: String! extent: Float!" },
  interfaces: { label: "Interface", fields: "key: String! a: String! b: String! name: String" },
  relations: { label: "Relation", fields: "identity: String! from: String! to: String! type: String! volume: Float" },
  agreements: { label: "Agreement", fields: "key: String! customer: String! provider: String!" },
};

/**
 * @neo4j/graphql before the same graph and the same HTTP server: it serves the records that the map is drawn from as
 * they are stored, which is the least that a page could draw the same map from.
 */
export async function serveOtherLibrary(driver: Driver) {
  const typeDefs = Object.values(types)
    .map(
      ({ label, fields }) =>
        `type ${label} @node(labels: ["${label}", "Record"]) { ecosystem: String! ${fields} ${common} }`,
    )
    .join("\n");
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const yoga = createYoga({ schema, graphiql: false, logging: false, maskedErrors: false });
  const server = createServer((request, response) => void yoga(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const names = (fields: string) => [...fields.matchAll(/(\w+):/g)].map(([, name]) => name).join(" ");
  const selections = Object.entries(types).map(
    ([plural, { fields }]) => `${plural}(where: { ecosystem: { eq: $key } }) { ${names(`${fields} ${common}`)} }`,
  );
  const query = `query Map($key: String!) { ${selections.join("\n")} }`;
  return {
    map: (key: string) => ask(port, "", { query, variables: { key } }),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
