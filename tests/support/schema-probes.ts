/** Probes of a JSON Schema: values on each side of every bound, each in an otherwise valid document. */

export interface Probe {
  /** Path of the keyword in the schema, and the side of its bound. */
  name: string;
  document: unknown;
}

/** Probed keywords; a schema with any other is refused, so that no new one is silently left out. */
const annotations = ["$schema", "title", "description", "default", "$defs", "$ref"];
const probed = [
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "oneOf",
  "const",
  "enum",
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "minItems",
  "maxItems",
  "uniqueItems",
];

interface Schema {
  [keyword: string]: unknown;
  type?: string | string[];
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: { required: string[] }[];
  enum?: string[];
}

/** Sample texts, valid and invalid, for each format. */
const texts: Record<string, string[]> = {
  pattern: [
    ...["a", "0", "a.b_c-d", "A", "-a", ".a", "a b", "ä", "a\n", "a".repeat(128), "a".repeat(129)],
    ...["http://x", "https://x", "HTTP://x", "HttpS://x y", "http:/x", "ftp://x", " http://x", "x http://x"],
    ...[`https://${"x".repeat(1_992)}`, `https://${"x".repeat(1_993)}`, `https://${"😀".repeat(1_992)}`],
    ...["FI", "fi", "FIN", "F", "F1", "ÄÖ"],
  ],
  format: [
    ...["2024-02-29", "2023-02-29", "2024-1-1", "2024-12-31", "2024-13-01", "2024-00-01", "2024-01-00", "2024-04-31"],
    ...[
      "0000-01-01",
      "0001-01-01",
      "9999-12-31",
      "12024-01-01",
      "24-01-01",
      " 2024-01-01",
      "2024-01-01 ",
      "x2024-01-01",
    ],
    ...["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.123Z", "2024-01-01T00:00:00+02:00", "2024-01-01T00:00:00"],
    ...["2024-01-01T24:00:00Z", "2024-02-30T00:00:00Z", "2024-01-01 x", "yesterday"],
  ],
};
const odd: unknown[] = [null, true, false, 0, 1, 2, 6, 0.5, -1, 1.5, 1e300, "", "x", "1", [], ["x"], {}, { x: 1 }];

/** Every probe of a schema of documents. */
export function probesOf(root: Schema): Probe[] {
  const resolved = (schema: Schema): Schema => {
    if (!schema.$ref) return schema;
    const { $ref, ...beside } = schema;
    return { ...(root.$defs as Record<string, Schema>)[$ref.replace("#/$defs/", "")]!, ...beside };
  };
  const probes: Probe[] = [];

  /** A value that the schema accepts; `nth` distinguishes several in a list. */
  function valid(given: Schema, nth = 0): unknown {
    const schema = resolved(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[nth % schema.enum.length];
    switch (schema.type) {
      case "object":
        return Object.fromEntries(requiredOf(schema).map((name) => [name, valid(schema.properties![name]!, nth)]));
      case "array":
        return Array.from({ length: Number(schema.minItems ?? 0) }, (_, at) => valid(schema.items!, at));
      case "string":
        if (schema.format === "date") return "2024-01-01";
        if (schema.format === "date-time") return "2024-01-01T00:00:00Z";
        return [`v${nth}`, `https://v${nth}`, "FI"].find((it) => new RegExp(String(schema.pattern ?? "")).test(it))!;
      case "boolean":
        return true;
      case "integer":
      case "number":
        return Number(schema.maximum ?? 1);
      default:
        return null;
    }
  }

  const requiredOf = ({ required = [], oneOf }: Schema) => [...required, ...(oneOf?.[0]?.required ?? [])];

  /** Places each probe of a value with `place`. */
  function walk(given: Schema, path: string, place: (value: unknown) => unknown): void {
    const schema = resolved(given);
    const unknown = Object.keys(schema).filter((keyword) => ![...annotations, ...probed].includes(keyword));
    if (unknown.length > 0) throw new Error(`${path} has keywords that no probe is made of: ${unknown.join(", ")}`);
    const probe = (side: string, value: unknown) => probes.push({ name: `${path} ${side}`, document: place(value) });
    probe("valid", valid(schema));
    for (const value of odd) probe(`is ${JSON.stringify(value)}`, value);
    for (const bound of ["minimum", "exclusiveMinimum", "maximum"]) {
      if (schema[bound] === undefined) continue;
      const at = Number(schema[bound]);
      const near = Math.max(1e-9, Math.abs(at) * 1e-12);
      for (const value of [at, at + near, at - near, at + 1, at - 1, -at]) probe(`${bound}: ${value}`, value);
    }
    for (const bound of ["minLength", "maxLength"]) {
      if (schema[bound] === undefined) continue;
      const at = Number(schema[bound]);
      for (const length of [at - 1, at, at + 1])
        for (const letter of ["x", "😀", "é"])
          if (length >= 0) probe(`${bound}: ${length} of ${letter}`, letter.repeat(length));
    }
    if (schema.type === "string") for (const text of [...texts.pattern!, ...texts.format!]) probe(`is ${text}`, text);
    for (const value of schema.enum ?? []) {
      probe(`is ${value}`, value);
      probe(`is not quite ${value}`, value.toLowerCase());
      probe(`is more than ${value}`, `${value}S`);
    }
    if (schema.type === "array") probeList(schema, path, place, probe);
    if (schema.properties) probeObject(schema, path, place, probe);
  }

  function probeList(schema: Schema, path: string, place: (value: unknown) => unknown, probe: ProbeOf): void {
    const items = schema.items!;
    const some = (length: number) => Array.from({ length }, (_, at) => valid(items, at));
    const lengths = [schema.minItems, schema.maxItems].filter((bound) => bound !== undefined).map(Number);
    for (const bound of lengths)
      for (const length of [bound - 1, bound, bound + 1]) if (length >= 0) probe(`of ${length}`, some(length));
    probe("with one twice", [...some(3), valid(items, 0)]);
    const others = some(Number(schema.minItems ?? 1) - 1).map((_, at) => valid(items, at + 1));
    walk(items, `${path}[]`, (value) => place([value, ...others]));
  }

  function probeObject(schema: Schema, path: string, place: (value: unknown) => unknown, probe: ProbeOf): void {
    const properties = schema.properties!;
    const base = valid(schema) as Record<string, unknown>;
    probe("with an unknown field", { ...base, unknown: 1 });
    for (const name of requiredOf(schema)) {
      const { [name]: _, ...without } = base;
      probe(`without ${name}`, without);
    }
    const ways = schema.oneOf?.map(({ required }) => required[0]!) ?? [];
    const { [ways[0] ?? ""]: _, ...neither } = base;
    if (ways.length > 0) {
      const all = Object.fromEntries(ways.map((name) => [name, valid(properties[name]!)]));
      probe("with several ways at once", { ...neither, ...all });
      for (const name of ways) probe(`with ${name} alone`, { ...neither, [name]: all[name] });
    }
    for (const [name, property] of Object.entries(properties))
      walk(property, `${path}/${name}`, (value) =>
        place(ways.includes(name) ? { ...neither, [name]: value } : { ...base, [name]: value }),
      );
  }

  walk(root, "", (document) => document);
  return probes;
}

type ProbeOf = (side: string, value: unknown) => void;
