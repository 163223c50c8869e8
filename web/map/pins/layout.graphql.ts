import { graphql, type ResultOf, type VariablesOf } from "../../graphql/graphql.ts";

export const layoutQuery = graphql(`
  query Layout($key: String!, $lens: Lens!, $view: String) {
    ecosystem(key: $key) { id layout(lens: $lens, view: $view) { id kind key x y } }
  }
`);
/** Where a person put a node; `id` is the map's. */
export type LayoutPin = NonNullable<ResultOf<typeof layoutQuery>["ecosystem"]>["layout"][number];

export const saveLayoutMutation = graphql(`
  mutation SaveLayout($input: SaveLayoutInput!) {
    saveLayout(input: $input) { revision created updated unchanged removed }
  }
`);
export type SaveLayoutInput = VariablesOf<typeof saveLayoutMutation>["input"];
