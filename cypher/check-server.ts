import neo4j from "neo4j-driver";

/** Reason why a Neo4j cannot be used: one sentence with the remedy. */
class ServerProblem extends Error {
  override readonly name = "ServerProblem";
}

interface Connection {
  uri: string;
  username: string;
  password: string;
  database?: string;
}

/** Version check: dynamic labels came with 5.26, and only 5.x is tested. Aura reports 5.27-aura. */
export function isSupported(version: string): boolean {
  const found = /^(\d+)\.(\d+)/.exec(version);
  return found !== null && Number(found[1]) === 5 && Number(found[2]) >= 26;
}

/**
 * Checks an external Neo4j before anything is written to it; throws a ServerProblem when it cannot be reached, refuses
 * the password, lacks the database, or has another version. Returns its version.
 */
export async function checkServer(connection: Connection): Promise<string> {
  const { uri, username, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 3_000,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  const target = database === undefined ? {} : { database };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServerProblem(unreachable(uri, "no answer within 10 seconds"))), 10_000);
  });
  try {
    const info = await Promise.race([driver.getServerInfo(target), late]);
    const version = /Neo4j\/(\S+)/.exec(info.agent ?? "")?.[1] ?? "of an unknown version";
    if (!isSupported(version)) {
      throw new ServerProblem(
        `The server at ${uri} is Neo4j ${version}, but Ecotone needs Neo4j 5.26 LTS: use a server of that version, or unset NEO4J_URI to let Ecotone start its own.`,
      );
    }
    // Opening and rolling back a transaction shows whether the database exists, without a query.
    const session = driver.session(target);
    await Promise.race([session.beginTransaction().then((open) => open.rollback()), late]);
    await session.close();
    return version;
  } catch (error) {
    throw explain(error, connection);
  } finally {
    clearTimeout(timer);
    await driver.close();
  }
}

function explain(error: unknown, { uri, username, database }: Connection): unknown {
  if (error instanceof ServerProblem) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (/Unauthorized|AuthenticationRateLimit|CredentialsExpired/.test(code)) {
    return new ServerProblem(
      `The Neo4j server at ${uri} refuses the user "${username}" with the password in NEO4J_PASSWORD: correct NEO4J_USERNAME and NEO4J_PASSWORD.`,
    );
  }
  if (/DatabaseNotFound/.test(code)) {
    return new ServerProblem(
      `The Neo4j server at ${uri} has no database named "${database ?? "neo4j"}": correct NEO4J_DATABASE, or unset it to use the default database.`,
    );
  }
  if (/Forbidden/.test(code)) {
    return new ServerProblem(
      `The Neo4j server at ${uri} denies "${username}" access to the database: grant the rights to read, write and change the schema.`,
    );
  }
  if (/ServiceUnavailable|SessionExpired/.test(code) || /ECONN|ENOTFOUND|EAI_AGAIN|acquisition/i.test(message)) {
    return new ServerProblem(unreachable(uri, /^[^.\n]{0,200}/.exec(message)?.[0] ?? "no reason given"));
  }
  if (/protocol|handshake|version/i.test(message)) {
    return new ServerProblem(
      `The server at ${uri} does not support the Bolt protocol of Neo4j 5.26 (${message.slice(0, 200)}): correct NEO4J_URI.`,
    );
  }
  return error;
}

function unreachable(uri: string, reason: string): string {
  return `No Neo4j server can be reached at ${uri} (${reason}): start it, correct NEO4J_URI, or unset NEO4J_URI to let Ecotone start its own.`;
}
