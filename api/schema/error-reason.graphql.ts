import { measureErrorCodes } from "../shared/measure-error.ts";
import { builder } from "./builder.ts";

// No field has it: it stands in the schema for those who read errors.
builder.enumType("ErrorReason", {
  description:
    "What extensions.reason of an error may be, where extensions.code is BAD_USER_INPUT: which argument is wrong, for programs that tell their own users in their own words.",
  values: Object.fromEntries(Object.entries(measureErrorCodes).map(([name, description]) => [name, { description }])),
});
