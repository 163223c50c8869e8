import { endSession, listSessions } from "../../cypher/sessions/sessions.ts";
import { withDatabase } from "./with-database.ts";

// npm run sessions [-- end ID | end --all]: lists the valid sessions, or ends one or all of them.
const [command, which] = process.argv.slice(2);
/** Characters of a session's hash that name it: enough to tell sessions apart, and no way to sign in. */
const idLength = 8;
const idOf = (hash: string) => hash.slice(0, idLength);

async function list(): Promise<void> {
  const sessions = await withDatabase((db) => listSessions(db, new Date().toISOString()));
  if (sessions.length === 0) console.log("There are no sessions.");
  for (const { sessionHash, name, role, createdAt, expiresAt } of sessions)
    console.log(
      `${idOf(sessionHash)}  ${name}  ${role}  since ${createdAt?.slice(0, 10) ?? "unknown"}  until ${expiresAt.slice(0, 10)}`,
    );
}

async function end(id: string): Promise<void> {
  const ended = await withDatabase(async (db) => {
    const sessions = await listSessions(db, new Date().toISOString());
    const chosen = sessions.filter(({ sessionHash }) => id === "--all" || idOf(sessionHash) === id);
    for (const { sessionHash } of chosen) await endSession(db, { sessionHash });
    return chosen;
  });
  if (ended.length === 0) throw new Error(`There is no session ${id}: npm run sessions lists them.`);
  for (const { sessionHash, name } of ended) console.log(`Ended ${idOf(sessionHash)} of ${name}.`);
}

if (command !== undefined && (command !== "end" || which === undefined)) {
  console.error("Usage: npm run sessions [-- end ID | -- end --all]");
  process.exitCode = 1;
} else {
  await (which === undefined ? list() : end(which)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
