import { useQuery } from "urql";
import { meQuery } from "../graphql/me.graphql.ts";

/** Whether the signed-in person may change facts: readers see no control that would. False until the API has answered. */
export function useMayEdit(): boolean {
  const [{ data }] = useQuery({ query: meQuery });
  return data?.me.isEditor ?? false;
}
