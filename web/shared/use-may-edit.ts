import { useQuery } from "urql";
import { useKnownOn } from "../as-known/AsKnown.tsx";
import { meQuery } from "../graphql/me.graphql.ts";

/**
 * Whether the signed-in person may change facts here: readers, and whoever looks at what was known earlier, see no
 * control that would. False until the API has answered.
 */
export function useMayEdit(): boolean {
  const [{ data }] = useQuery({ query: meQuery });
  return useKnownOn() === null && (data?.me.isEditor ?? false);
}
