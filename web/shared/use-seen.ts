import { type RefCallback, useCallback, useState } from "react";

/** Pixels below and above the window within which something counts as seen, so that it is ready when it is scrolled to. */
const margin = "200px";

/** Whether an element has come into view, and the ref to give it. Once seen it stays so. */
export function useSeen<Shown extends Element>(): [ref: RefCallback<Shown>, isSeen: boolean] {
  const [isSeen, setSeen] = useState(false);
  const ref = useCallback((element: Shown | null) => {
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, isSeen];
}
