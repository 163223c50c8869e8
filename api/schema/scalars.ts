import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from "graphql";
import { builder } from "./builder.ts";
import { invalidInput } from "./errors.ts";

/** Existing day as YYYY-MM-DD; anything else is the caller's mistake. */
function readDate(value: unknown): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    // A rolled-over day (30 February) reads back as another one.
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  }
  throw invalidInput(
    `${JSON.stringify(value)?.slice(0, 40)} is not a date: write YYYY-MM-DD, a day that exists.`,
    "IMPOSSIBLE_DATE",
  );
}

function readJson(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
  return valueFromASTUntyped(node, variables);
}

builder.addScalarType(
  "Date",
  new GraphQLScalarType<string, string>({
    name: "Date",
    description: "A day as YYYY-MM-DD.",
    specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
    serialize: (value) => value as string,
    parseValue: readDate,
    parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
  }),
);

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function readDateTime(value: unknown): string {
  const time = typeof value === "string" && rfc3339.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw invalidInput(
    `${JSON.stringify(value)?.slice(0, 40)} is not a time: write it as 2026-03-12T09:00:00Z.`,
    "IMPOSSIBLE_DATE",
  );
}

builder.addScalarType(
  "DateTime",
  new GraphQLScalarType<string, string>({
    name: "DateTime",
    description: "A moment as RFC 3339, such as 2026-03-12T09:00:00Z.",
    specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
    serialize: (value) => value as string,
    parseValue: readDateTime,
    parseLiteral: (node) => readDateTime(node.kind === Kind.STRING ? node.value : null),
  }),
);

builder.addScalarType(
  "JSON",
  new GraphQLScalarType({
    name: "JSON",
    description: "Any JSON value.",
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: readJson,
  }),
);
