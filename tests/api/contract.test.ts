import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { expect, test } from "vitest";
import { generatedFiles } from "../../api/cli/generated-files.ts";
import { schema } from "../../api/schema/schema.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(resolve(root, path), "utf8");
const contract = buildSchema(read("tests/contract/schema.graphql"));
const notYet: string[] = JSON.parse(read("tests/contract/not-yet.json"));
const shared = resolve(root, "../shared/contract");

// "Ecosystem.map(asOf): Date" and so on: each name of a type with its kind and type, spelt out.
function namesOf(type: GraphQLNamedType): string[] {
  const lines: string[] = [`${type.constructor.name} ${type.name}`];
  if (isEnumType(type)) lines.push(...type.getValues().map(({ name }) => `${type.name}.${name}`));
  if (isInputObjectType(type)) {
    for (const { name, type: is, defaultValue } of Object.values(type.getFields())) {
      lines.push(
        `${type.name}.${name}: ${is}${defaultValue === undefined ? "" : ` = ${JSON.stringify(defaultValue)}`}`,
      );
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    lines.push(...type.getInterfaces().map(({ name }) => `${type.name} implements ${name}`));
    for (const field of Object.values(type.getFields())) {
      lines.push(`${type.name}.${field.name}: ${field.type}`);
      lines.push(...field.args.map((arg) => `${type.name}.${field.name}(${arg.name}): ${arg.type}`));
    }
  }
  return lines;
}

const ours = new Set(Object.values(schema.getTypeMap()).flatMap(namesOf));
const theirs = Object.values(contract.getTypeMap())
  .filter(({ name }) => !name.startsWith("__"))
  .flatMap(namesOf);

test("every name of the contract is there with the same type, but for those listed as not yet", () => {
  expect(theirs.length).toBeGreaterThan(200);
  expect(theirs.filter((line) => !ours.has(line) && !notYet.includes(line))).toEqual([]);
});

test("nothing is listed as not yet that is there", () => {
  expect(notYet.filter((line) => ours.has(line))).toEqual([]);
});

test("no argument beyond the contract's is required of a client written against it", () => {
  for (const type of Object.values(contract.getTypeMap())) {
    const other = schema.getType(type.name);
    if (!isObjectType(type) || !isObjectType(other) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const known = field.args.map(({ name }) => name);
      const more = other.getFields()[field.name]?.args.filter(({ name }) => !known.includes(name)) ?? [];
      expect(more.filter(({ type: is }) => String(is).endsWith("!"))).toEqual([]);
    }
  }
});

test("every type and field of the schema is described", () => {
  const bare = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__") && !["Boolean", "Float", "ID", "Int", "String"].includes(name))
    .flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...("getFields" in type
        ? Object.values(type.getFields()).flatMap(({ name, description }) =>
            description ? [] : [`${type.name}.${name}`],
          )
        : []),
    ]);
  expect(bare).toEqual([]);
});

test.each(Object.entries(generatedFiles))("%s is what the code says: npm run schema writes it", (path, print) => {
  expect(read(path)).toBe(print());
});

test.skipIf(!existsSync(shared))("the copies of the contract are the contract", () => {
  for (const file of ["schema.graphql", "ecosystem.schema.json"]) {
    expect(read(`tests/contract/${file}`)).toBe(readFileSync(resolve(shared, file), "utf8"));
  }
});
