export type StepState = "waiting" | "running" | "done" | "failed";

export interface Step {
  name: string;
  state: StepState;
  /** What it is doing now; shown beside the name while it runs. */
  detail?: string;
}

/** What GET /status answers while the app starts, and after. */
export interface Status {
  ready: boolean;
  steps: Step[];
  /** One sentence for a person: why the app will not get ready. */
  error?: string;
}

/** The progress of a start, told to the boot page and the terminal alike. */
export class BootStatus {
  readonly #steps: Map<string, Step>;
  readonly #tell: (step: Step) => void;
  #ready = false;
  #error: string | undefined;

  constructor(names: string[], tell: (step: Step) => void = () => {}) {
    this.#steps = new Map(names.map((name) => [name, { name, state: "waiting" }]));
    this.#tell = tell;
  }

  /** Does one step; what it throws marks the step as failed and goes on to the caller. */
  async step<T>(name: string, work: (progress: (detail: string) => void) => Promise<T>): Promise<T> {
    this.#set({ name, state: "running" });
    try {
      const result = await work((detail) => {
        // What is told after the step has ended is no progress of it.
        if (this.#steps.get(name)?.state === "running") this.#set({ name, state: "running", detail });
      });
      this.#set({ name, state: "done" });
      return result;
    } catch (error) {
      this.#set({ name, state: "failed" });
      throw error;
    }
  }

  ready(): void {
    this.#ready = true;
  }

  fail(sentence: string): void {
    this.#error = sentence;
  }

  now(): Status {
    return {
      ready: this.#ready,
      steps: [...this.#steps.values()],
      ...(this.#error !== undefined && { error: this.#error }),
    };
  }

  #set(step: Step): void {
    this.#steps.set(step.name, step);
    this.#tell(step);
  }
}
