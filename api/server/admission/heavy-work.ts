import { TooManyRequests } from "../../shared/domain-errors.ts";

interface Waiting {
  begin(): void;
}

interface Person {
  running: number;
  waiting: Waiting[];
}

/** What a person is told of their heavy computations. */
export interface HeavyWorkState {
  running: number;
  waiting: number;
}

/**
 * Heavy computations of each person: so many at once, the next ones in the order in which they came. Written by hand
 * because p-limit cannot take one out of its queue when its request is cancelled.
 */
export class HeavyWork {
  readonly #people = new Map<string, Person>();

  constructor(
    private readonly maxRunning: number,
    private readonly maxWaiting: number,
  ) {}

  /**
   * Resolves when this person may begin another one, with how to end it.
   * @param signal aborted when nobody waits for it any more: it rejects with the signal's reason
   * @throws TooManyRequests when too many are waiting
   */
  async begin(who: string, signal: AbortSignal): Promise<() => void> {
    const person = this.#people.get(who) ?? { running: 0, waiting: [] };
    this.#people.set(who, person);
    const end = () => {
      person.running--;
      const next = person.waiting.shift();
      if (next) next.begin();
      else if (person.running === 0) this.#people.delete(who);
    };
    if (person.running < this.maxRunning) {
      person.running++;
      return end;
    }
    if (person.waiting.length >= this.maxWaiting)
      throw new TooManyRequests(
        `${person.waiting.length} of your computations are waiting already: try again when some have ended.`,
        10,
      );
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const cancel = () => {
        person.waiting.splice(person.waiting.indexOf(waiting), 1);
        reject(signal.reason);
      };
      const waiting = {
        begin: () => {
          signal.removeEventListener("abort", cancel);
          person.running++;
          resolve(end);
        },
      };
      signal.addEventListener("abort", cancel, { once: true });
      person.waiting.push(waiting);
    });
  }

  state(who: string): HeavyWorkState {
    const { running = 0, waiting = [] } = this.#people.get(who) ?? {};
    return { running, waiting: waiting.length };
  }
}
