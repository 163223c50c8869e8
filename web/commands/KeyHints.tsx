import { useHasKeys } from "../shared/use-has-keys.ts";
import { Keys } from "./keys.tsx";
import { useSingleKeys } from "./use-single-keys.ts";

/** Whether a list says which single keys act on it: they are on, and the device is likely to have a keyboard. */
export function useKeyHints(): boolean {
  const [singleKeys] = useSingleKeys();
  return useHasKeys() && singleKeys;
}

/** The single keys of a list, above it. */
export function KeyHints({ keys }: { keys: readonly { keys: string; hint: string }[] }) {
  return (
    <p className="key-hints">
      {keys.map(({ keys, hint }) => (
        <span key={keys}>
          <Keys keys={keys} /> {hint}
        </span>
      ))}
    </p>
  );
}
