import { stringifyVariables } from "urql";

/** Whether urql's data is for these variables: it returns the previous data until the new answer has arrived. */
export const isAnswerTo = (operation: { variables: unknown } | undefined, variables: object): boolean =>
  operation !== undefined && stringifyVariables(operation.variables) === stringifyVariables(variables);
