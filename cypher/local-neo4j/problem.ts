/** Expected failure of the app's own Neo4j: one sentence for the user, with what to do. Shown without a stack. */
export class LocalNeo4jProblem extends Error {
  override readonly name = "LocalNeo4jProblem";
}

/** Alternative that always exists, to append to a message. */
export const OR_USE_A_SERVER =
  "or set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to use a Neo4j server you already have";
