import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Whether a process with this id is running, under any user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Zombie: a process that has ended but was not yet reaped by its parent; it holds no file and no lock. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return afterName(pid)[0] === "Z";
  } catch {
    return true; // it ended meanwhile
  }
}

/** Fields of /proc/PID/stat after the program's name, which may contain spaces and brackets. */
function afterName(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/**
 * When the process started, as text that is equal only for the same process: ids are used again after a crash or a
 * restart of the machine, a pair of id and start time is not. Null when there is no such process, or it cannot be determined.
 */
export function startedAt(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot}/${afterName(pid)[19]}`;
    }
    if (process.platform === "win32") return isAlive(pid) ? "unknown" : null;
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** Ids of processes whose command line contains exactly these arguments. */
export function processesWith(args: string[]): number[] {
  if (process.platform === "linux") {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
          return args.every((arg) => words.includes(arg)) && isAlive(pid);
        } catch {
          return false; // it ended meanwhile, or is not readable
        }
      });
  }
  if (process.platform === "win32") return [];
  const listing = execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8", maxBuffer: 16_777_216 });
  return listing
    .split("\n")
    .filter((line) => args.every((arg) => line.includes(arg)))
    .map((line) => Number.parseInt(line, 10));
}

/** Ids of Java processes that hold a lock on this file, however they were started. Linux only. */
export function holdersOf(file: string): number[] {
  if (process.platform !== "linux") return [];
  try {
    const { ino, dev } = statSync(file);
    // "1: POSIX  ADVISORY  WRITE 4711 fd:00:131077 0 EOF": process id, then device and inode of the file.
    const locks = readFileSync("/proc/locks", "utf8")
      .split("\n")
      .map((line) => line.trim().split(/\s+/));
    const pids = locks.filter((words) => words[5]?.split(":")[2] === String(ino)).map((words) => Number(words[4]));
    // The format of devices varies, and another file system may have a file with the same inode.
    const isOpenIn = (pid: number) =>
      readdirSync(`/proc/${pid}/fd`).some((fd) => {
        const open = statSync(`/proc/${pid}/fd/${fd}`, { throwIfNoEntry: false });
        return open?.ino === ino && open.dev === dev;
      });
    const isJava = (pid: number) => readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "java";
    return [...new Set(pids)].filter((pid) => pid > 0 && isJava(pid) && isOpenIn(pid));
  } catch {
    return []; // no such file, no list of locks, not readable, or the process has ended meanwhile
  }
}

/** Id of a process's parent and its command line, words separated by blanks; null where they cannot be read. */
export function parentAndCommand(pid: number): { parent: number; command: string } | null {
  if (process.platform === "win32") return null;
  try {
    if (process.platform === "linux") {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return { parent: Number(afterName(pid)[1]), command };
    }
    const [, parent, command] = /^\s*(\d+)\s+(.*)$/m.exec(
      execFileSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8" }),
    )!;
    return { parent: Number(parent), command: command! };
  } catch {
    return null; // it has ended meanwhile, or is not readable
  }
}

/** Waits until the process has ended; false when it is still running after the time in milliseconds. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(50);
  }
  return true;
}

/** Stops a process: SIGTERM first, SIGKILL after the given time in milliseconds. */
export async function endProcess(pid: number, patience = 30_000): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return;
      throw error;
    }
    if (await waitUntilGone(pid, patience)) return;
  }
  throw new Error(`Process ${pid} could not be stopped.`);
}
