import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export interface Question {
  query: string;
  variables?: Record<string, unknown>;
}

const agent = new Agent({ keepAlive: true });
// The API lets one caller ask 300 times a minute. Waiting happens here, before the clock of a round is looked at again:
// a bench that asks more often than that would measure the wait, so `room` is asked for beforehand.
const mostInAMinute = 280;
let asked: number[] = [];

/** Waits until so many questions may be asked without being refused for their number. */
export async function room(questions: number): Promise<void> {
  for (;;) {
    const now = Date.now();
    asked = asked.filter((at) => now - at < 61_000);
    if (asked.length + questions <= mostInAMinute) return;
    await pause(1_000);
  }
}

const begin = Buffer.from('{"data":{');

/**
 * Sends one operation as the admin and reads the answer to its last byte; what a client would make of the bytes is its
 * own affair and not timed. Throws what went wrong.
 */
export async function ask(port: number, token: string, question: Question): Promise<Buffer> {
  asked.push(Date.now());
  const body = Buffer.from(JSON.stringify(question));
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const sent = request(
      {
        port,
        agent,
        host: "127.0.0.1",
        path: "/graphql",
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": body.length,
          authorization: `Bearer ${token}`,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve(Buffer.concat(parts)));
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
  if (!answer.subarray(0, begin.length).equals(begin)) throw new Error(`The API refused: ${answer.subarray(0, 500)}`);
  return answer;
}
