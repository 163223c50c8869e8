import type { GraphQLError } from "graphql";
import { isEnumType } from "graphql";
import { expect, test } from "vitest";
import { schema } from "../../api/schema/schema.ts";
import { createMaskError } from "../../api/server/graphql/mask-error.ts";
import { MeasureError, type MeasureErrorCode, measureErrorCodes } from "../../api/shared/measure-error.ts";

const mask = createMaskError({ error: () => expect.unreachable("a caller's mistake is no failure to log") } as never);

test.each(Object.keys(measureErrorCodes) as MeasureErrorCode[])("%s reaches the caller as the reason", (code) => {
  const { message, extensions } = mask(new MeasureError(code, "A sentence.")) as GraphQLError;
  expect(message).toBe("A sentence.");
  expect(extensions).toMatchObject({ code: "BAD_USER_INPUT", reason: code, http: { status: 400 } });
});

test("the schema lists every reason", () => {
  const reasons = schema.getType("ErrorReason");
  if (!isEnumType(reasons)) return expect.unreachable("ErrorReason is no enum");
  expect(reasons.getValues().map(({ name, description }) => [name, description])).toEqual(
    Object.entries(measureErrorCodes).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
});
