import { useCallback, useEffect, useRef } from "react";

/** Tells whether the component is still mounted, for what is decided after an answer has come. */
export function useIsThere(): () => boolean {
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  return useCallback(() => isThere.current, []);
}
