import { useRef } from "react";
import { randomId } from "./hash.ts";

/** Idempotency key of an input: the same input again, as after a lost answer, has the same key and is stored once. */
export function useIdempotencyKey(): (input: object) => string {
  const last = useRef({ input: "", key: "" });
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: randomId() };
    return last.current.key;
  };
}
