import { Neo4jError } from "neo4j-driver";

/**
 * Panic: Neo4j could not write, as on a full disk, and answers nothing any more until it is restarted. The transaction
 * that failed has the first code, all later ones the second.
 */
export const isPanic = (error: unknown): boolean =>
  error instanceof Neo4jError &&
  /^Neo\.DatabaseError\.Transaction\.Transaction(LogError|CommitFailed|StartFailed)$/.test(error.code);
