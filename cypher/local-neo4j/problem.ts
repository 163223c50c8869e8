/** A reason why the app's own Neo4j cannot run: one sentence for a person, with the ways out. Shown without a stack. */
export class LocalNeo4jProblem extends Error {
  override readonly name = "LocalNeo4jProblem";
}

/** The way out that always exists. */
export const OR_USE_A_SERVER =
  "or set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to use a Neo4j server you already have";
