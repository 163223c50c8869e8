import type { Driver } from "neo4j-driver";

interface Counted {
  driver: Driver;
  users: number;
}

/**
 * Driver rotation. Connections through a network that drops all packets never return to the pool, which is limited: a
 * driver that has gone silent gets no new work, and is closed once no call waits for it.
 */
export class Drivers {
  readonly #open: () => Driver;
  readonly #all = new Set<Counted>();
  #current: Counted;

  constructor(open: () => Driver) {
    this.#open = open;
    this.#current = this.#next();
  }

  /** Driver for one call; `done` reports whether it fell silent. */
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
