/** How far an import is: rows that are read and matched, then records that are stored. */
export interface Progress {
  stage: "READING" | "MATCHING" | "STORING";
  done: number;
  /** Null where it is not known yet. */
  total: number | null;
}

export type OnProgress = (progress: Progress) => void;

/** Rows between two reports. */
const step = 2_000;

/** Counts what is done of a stage and reports it now and then. */
export function counted(onProgress: OnProgress | undefined, stage: Progress["stage"], total: number): () => void {
  let done = 0;
  onProgress?.({ stage, done, total });
  return () => {
    if (++done % step === 0 || done === total) onProgress?.({ stage, done, total });
  };
}
