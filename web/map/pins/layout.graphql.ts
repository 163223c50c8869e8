import { graphql, type ResultOf, type VariablesOf } from "../../graphql/graphql.ts";

export const layoutPinFragment = graphql(`
  fragment LayoutPin on LayoutPin { id kind key x y }
`);
/** Where a person put a node; `id` is the map's. */
export type LayoutPin = ResultOf<typeof layoutPinFragment>;

export const saveLayoutMutation = graphql(`
  mutation SaveLayout($input: SaveLayoutInput!) {
    saveLayout(input: $input) { revision created updated unchanged removed }
  }
`);
export type SaveLayoutInput = VariablesOf<typeof saveLayoutMutation>["input"];
