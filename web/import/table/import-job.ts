import { useEffect, useState } from "react";
import { sameOrigin } from "../../graphql/same-origin.ts";

/** How far an import is on the server, as GET /work tells it. */
export interface Progress {
  stage: "READING" | "MATCHING" | "STORING";
  done: number;
  total: number | null;
}

/** Milliseconds between two questions. */
const every = 700;
const addressOf = (job: string) => `/work?job=${encodeURIComponent(job)}`;

/** Options of a mutation by which it can be followed and cancelled. */
export const asJob = (job: string) => ({
  fetchOptions: { ...sameOrigin, headers: { ...sameOrigin.headers, "x-job": job } },
});

/** Ends a job; its own answer says what has become of it. */
export async function cancelJob(job: string): Promise<void> {
  await fetch(addressOf(job), { ...sameOrigin, method: "DELETE" });
}

/** How far a job is; null before it is known, and where there is none. */
export function useProgress(job: string | null): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    setProgress(null);
    if (job === null) return;
    let isGone = false;
    const ask = async () => {
      // Without an answer the last one is shown; the job's own answer tells of a lost connection.
      const response = await fetch(addressOf(job), sameOrigin).catch(() => null);
      const answer = response?.ok ? ((await response.json()) as { progress: Progress | null }) : null;
      if (!isGone && answer?.progress) setProgress(answer.progress);
    };
    const timer = setInterval(() => void ask(), every);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [job]);
  return progress;
}

const words = {
  READING: { doing: "Reading the file", of: "rows read" },
  MATCHING: { doing: "Matching", of: "rows matched" },
  STORING: { doing: "Storing", of: "records stored" },
};

/** Progress in words. */
export function progressText(progress: Progress | null): string {
  if (progress === null) return "Reading the file…";
  const { stage, done, total } = progress;
  const { doing, of } = words[stage];
  if (total === null) return `${doing}…`;
  return `${doing}: ${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} ${of}`;
}
