import { setTimeout as pause } from "node:timers/promises";
import { freeBytes, leastFreeToSignIn } from "../free-space.ts";

const lookEvery = 1_000;

/** Resolves when the disk of this folder has room for Neo4j to run, or nobody waits for it any more. */
export async function waitForRoom(folder: string, isOver: () => boolean): Promise<void> {
  while (!isOver() && (await freeBytes(folder)) < leastFreeToSignIn) await pause(lookEvery);
}
