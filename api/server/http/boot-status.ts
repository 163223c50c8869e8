export type StepState = "waiting" | "running" | "done" | "failed";

export interface Step {
  name: string;
  state: StepState;
  /** Current activity; shown beside the name while the step runs. */
  detail?: string;
}

/** Response of GET /status, while the app starts and after. */
export interface Status {
  ready: boolean;
  steps: Step[];
  /** One sentence for the user: why the app could not start. */
  error?: string;
}

/** Progress of the start, for the boot page and the terminal. */
export class BootStatus {
  readonly #steps: Map<string, Step>;
  readonly #onStep: (step: Step) => void;
  #ready = false;
  #error: string | undefined;

  constructor(names: string[], onStep: (step: Step) => void = () => {}) {
    this.#steps = new Map(names.map((name) => [name, { name, state: "waiting" }]));
    this.#onStep = onStep;
  }

  /** Runs one step; an error marks the step as failed and is thrown on. */
  async step<T>(name: string, work: (progress: (detail: string) => void) => Promise<T>): Promise<T> {
    this.#set({ name, state: "running" });
    try {
      const result = await work((detail) => {
        // Progress reported after the step has ended is ignored.
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
    this.#onStep(step);
  }
}
