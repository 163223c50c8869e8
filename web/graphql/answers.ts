import { stringifyVariables } from "urql";

/** Whether what urql holds answers a question with these variables: until its answer has come, urql shows the one before. */
export const isAnswerTo = (operation: { variables: unknown } | undefined, variables: object): boolean =>
  operation !== undefined && stringifyVariables(operation.variables) === stringifyVariables(variables);
