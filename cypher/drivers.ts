import type { Driver } from "neo4j-driver";

interface Counted {
  driver: Driver;
  users: number;
}

/**
 * One driver after another. Connections through a network that swallows everything are never given back, and a driver
 * has only so many: one that has gone silent gets no new work, and is closed once nobody waits for it any more.
 */
export class Drivers {
  readonly #open: () => Driver;
  readonly #all = new Set<Counted>();
  #current: Counted;

  constructor(open: () => Driver) {
    this.#open = open;
    this.#current = this.#next();
  }

  /** The driver for one piece of work; `done` says whether it fell silent during it. */
  use(): { driver: Driver; done(silent: boolean): void } {
    const counted = this.#current;
    counted.users++;
    return {
      driver: counted.driver,
      done: (silent) => {
        counted.users--;
        if (silent && counted === this.#current) this.#current = this.#next();
        if (counted !== this.#current && counted.users === 0) void this.#close(counted).catch(() => undefined);
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((counted) => this.#close(counted)));
  }

  #next(): Counted {
    const counted = { driver: this.#open(), users: 0 };
    this.#all.add(counted);
    return counted;
  }

  #close(counted: Counted): Promise<void> {
    this.#all.delete(counted);
    return counted.driver.close();
  }
}
