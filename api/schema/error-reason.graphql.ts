import { measureErrorCodes } from "../shared/measure-error.ts";
import { builder } from "./builder.ts";

// No field has this type: it documents the reasons in errors.
builder.enumType("ErrorReason", {
  description:
    "The values of extensions.reason of an error whose extensions.code is BAD_USER_INPUT: which argument is wrong, for programs that have their own words for it.",
  values: Object.fromEntries(Object.entries(measureErrorCodes).map(([name, description]) => [name, { description }])),
});
