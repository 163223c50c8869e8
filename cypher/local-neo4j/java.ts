import { join } from "node:path";
import { LocalNeo4jProblem, OR_USE_A_SERVER } from "./problem.ts";
import { run } from "./run.ts";

/** Minimum Java version of Neo4j 5.26. */
const OLDEST_JAVA = 17;

/** Neo4j uses reflection on these packages of Java's base module. */
export const OPENED = ["java.nio", "java.io", "sun.nio.ch"].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

export interface Java {
  /** Path of the executable. */
  command: string;
  /** Full output of `java -version`: a class-data archive matches only the Java that created it. */
  version: string;
}

/** Feature release in the output of `java -version`: 17 for "17.0.15", 8 for "1.8.0_392"; null when there is none. */
export function javaRelease(versionText: string): number | null {
  const found = /version "(?:1\.)?(\d+)/.exec(versionText);
  return found ? Number(found[1]) : null;
}

/** Finds a Java of at least the minimum version: that of JAVA_HOME, else the one on the path. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<Java> {
  const command = env.JAVA_HOME ? join(env.JAVA_HOME, "bin", "java") : "java";
  const outcome = await run(command, ["-version"], { env });
  if (outcome === null || outcome.code !== 0) {
    const where = env.JAVA_HOME ? `in JAVA_HOME (${env.JAVA_HOME})` : "on this machine";
    throw new LocalNeo4jProblem(
      `Ecotone runs its own Neo4j, which needs Java, but no working Java was found ${where}: install a JRE or JDK ${OLDEST_JAVA} or 21, ${OR_USE_A_SERVER}.`,
    );
  }
  const release = javaRelease(outcome.output);
  if (release === null || release < OLDEST_JAVA) {
    throw new LocalNeo4jProblem(
      `Ecotone runs its own Neo4j, which needs Java ${OLDEST_JAVA} or later, but "${command}" is ${release === null ? "an unknown version" : `Java ${release}`}: install a JRE or JDK ${OLDEST_JAVA} or 21 (JAVA_HOME chooses between several), ${OR_USE_A_SERVER}.`,
    );
  }
  return { command, version: outcome.output.trim() };
}
