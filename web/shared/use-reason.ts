import { useEffect, useState } from "react";

/** Milliseconds between two looks. */
const interval = 3_000;

/** While the server or its database is away, what it says of itself; null when it says nothing or nobody is there. */
export function useReason(isAway: boolean): string | null {
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => {
    if (!isAway) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      const said = await askHealth();
      if (isOver) return;
      setReason(said);
      timer = setTimeout(look, interval);
    }
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isAway]);
  return isAway ? reason : null;
}

async function askHealth(): Promise<string | null> {
  try {
    const response = await fetch("/health", { cache: "no-store" });
    return ((await response.json()) as { reason?: string }).reason ?? null;
  } catch {
    return null; // nobody there: the page says so already
  }
}
