import { useEffect, useRef, useState } from "react";

/** Milliseconds between two looks. */
const interval = 3_000;

/**
 * While something cannot be reached, asks the server how it is: gives what it says of itself, and calls `onWell` once
 * it is well again.
 */
export function useRecovery(isAway: boolean, onWell: (() => void) | undefined): string | null {
  const [reason, setReason] = useState<string | null>(null);
  const well = useRef(onWell);
  well.current = onWell;
  useEffect(() => {
    if (!isAway) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      const state = await askHealth();
      if (isOver) return;
      if (state.isWell) well.current?.();
      setReason(state.reason);
      timer = setTimeout(look, interval);
    }
    timer = setTimeout(look, interval);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isAway]);
  return isAway ? reason : null;
}

async function askHealth(): Promise<{ isWell: boolean; reason: string | null }> {
  try {
    const response = await fetch("/health", { cache: "no-store" });
    const { reason } = (await response.json()) as { reason?: string };
    return { isWell: response.ok, reason: reason ?? null };
  } catch {
    return { isWell: false, reason: null }; // nobody there: the page says so already
  }
}
