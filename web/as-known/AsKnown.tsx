import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Provider } from "urql";
import { client, createClient } from "../graphql/client.ts";
import { askedAsKnown } from "./as-known-client.ts";

const AsKnownContext = createContext<string | null>(null);

/** The day as of whose end facts are shown as they were recorded, YYYY-MM-DD; null: as they are recorded now. */
export const useKnownOn = (): string | null => useContext(AsKnownContext);

/** The end of a day in UTC, the same for everybody whom the link is sent to. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;

/** Answers all queries beneath it from what was recorded by the end of a day. Another day is another client and cache. */
export function AsKnown({ on, children }: { on: string | null; children: ReactNode }) {
  const asked = useMemo(() => (on === null ? client : createClient([askedAsKnown(endOfDay(on))])), [on]);
  return (
    <AsKnownContext value={on}>
      <Provider key={on ?? "now"} value={asked}>
        {children}
      </Provider>
    </AsKnownContext>
  );
}
