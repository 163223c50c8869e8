import { isAlive, parentAndCommand } from "../../cypher/local-neo4j/processes.ts";

/** How often it is looked whether the parent process is still there, in milliseconds. */
const lookEvery = 500;

/**
 * Calls `end` when npm, which started this process, has ended. npm passes a signal on to the shell that it starts
 * scripts by, and the shell ends without passing it on; where npm is killed, the shell lives on. Without npm the parent
 * may end as it likes: a terminal is closed, a service goes on.
 */
export function onParentEnd(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = parentOfShell(parent);
  const look = setInterval(() => {
    if (process.ppid === parent && (npm === null || isAlive(npm))) return;
    clearInterval(look);
    end();
  }, lookEvery);
  look.unref();
}

/** The process that runs a shell for one command, as npm does; null where the process is no such shell. */
function parentOfShell(pid: number): number | null {
  const found = parentAndCommand(pid);
  return found && /^\S*sh -c /.test(found.command) ? found.parent : null;
}
