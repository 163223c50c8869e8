import { useEffect, useState } from "react";

/** Polling interval in milliseconds. */
const interval = 3_000;

/** Health reason of the server while it or its database is unreachable; null when it gives none or does not answer. */
export function useReason(isUnreachable: boolean): string | null {
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnreachable) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function poll() {
      const next = await askHealth();
      if (isOver) return;
      setReason(next);
      timer = setTimeout(poll, interval);
    }
    void poll();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isUnreachable]);
  return isUnreachable ? reason : null;
}

async function askHealth(): Promise<string | null> {
  try {
    const response = await fetch("/health", { cache: "no-store" });
    return ((await response.json()) as { reason?: string }).reason ?? null;
  } catch {
    return null; // no answer: the page reports that already
  }
}
