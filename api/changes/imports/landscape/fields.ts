import { isDay } from "../../../time/dates.ts";
import { isUnsetDate, unsetDateNote } from "../no-date.ts";
import { readAddress } from "../read-address.ts";
import type { AccountKeeper } from "./account.ts";
import type { YamlNode } from "./read-yaml.ts";

/** One field of an item while it is read; whatever is asked of it keeps account of what is mended or left out. */
export class Field {
  constructor(
    readonly name: string,
    readonly node: YamlNode,
    private readonly keeper: AccountKeeper,
  ) {}

  get at(): string {
    return this.node.at;
  }

  static notRead = (node: YamlNode) =>
    node.type === "text" ? `${node.value.slice(0, 120)}: not read.` : "This field is not read.";

  /** Leaves the field out; undefined, so that a reader can return it. */
  leaveOut(message = Field.notRead(this.node), isTold = false): undefined {
    this.keeper.leftOut(this.name, this.at, message, isTold);
    return undefined;
  }

  mend(what: string, message: string): undefined {
    this.keeper.mended(what, this.at, message);
    return undefined;
  }

  /** The text without blanks around it; undefined where there is none, which the account then says. */
  text(): string | undefined {
    if (this.node.type !== "text")
      return this.leaveOut(`A text is expected here, not ${shapes[this.node.type]}.`, true);
    const text = this.node.value.trim();
    if (text === "") return this.mend(`${this.name}: empty text`, "Read as absent.");
    return text;
  }

  /** The texts of a list, or of one text, split where `separator` says so. */
  texts(separator?: RegExp): string[] {
    if (this.node.type === "text") {
      const text = this.text();
      return text === undefined
        ? []
        : separator
          ? text
              .split(separator)
              .map((part) => part.trim())
              .filter(Boolean)
          : [text];
    }
    return this.entries().flatMap((entry) => entry.text() ?? []);
  }

  /** The entries of a list; a single value is one. */
  entries(): Field[] {
    const nodes = this.node.type === "list" ? this.node.items : [this.node];
    return nodes.flatMap((node) => {
      const entry = new Field(this.name, node, this.keeper);
      if (node.type !== "null") return [entry];
      entry.mend(`${this.name}: null`, "Read as absent.");
      return [];
    });
  }

  /** A web address as a browser reads it. */
  address(): string | undefined {
    const written = this.text();
    if (written === undefined || this.node.type !== "text") return undefined;
    const reading = readAddress(this.node.value);
    if ("problem" in reading)
      return this.leaveOut(`The address “${written.slice(0, 120)}” was left out: ${reading.problem}.`, true);
    if (reading.href !== this.node.value && reading.href !== `${this.node.value}/`)
      this.mend(
        `${this.name}: address`,
        `“${this.node.value.slice(0, 120)}” is read as ${reading.href.slice(0, 120)}.`,
      );
    return reading.href;
  }

  /** An existing day; a time after it is cut off. */
  day(): string | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const day = text.slice(0, 10);
    if (/^0000/.test(day)) return this.leaveOut(`“${text.slice(0, 40)}” is not a date: there is no year 0.`, true);
    if (!isDay(day) || !/^($|[T ])/.test(text.slice(10)))
      return this.leaveOut(`“${text.slice(0, 40)}” is not a date as YYYY-MM-DD.`, true);
    if (isUnsetDate(day)) return this.mend(`${this.name}: ${day}`, unsetDateNote(day));
    return day;
  }

  /** Reads the fields of an object below this one; leaves it out, as a whole, where it is none. */
  inside<Into>(readers: Readers<Into>, into: Into): void {
    if (this.node.type === "map") readFields(this.node.fields, readers, into, this.keeper, new Set(), `${this.name}.`);
    else this.leaveOut(`Fields are expected here, not ${shapes[this.node.type]}.`, true);
  }
}

const shapes = { text: "a text", null: "nothing", list: "a list", map: "fields" };

/** What is done with each field that is read, by its name. */
export type Readers<Into> = Readonly<Record<string, (into: Into, field: Field) => void>>;

/** Reads the fields that `readers` know; null is absent, and every other field is left out and counted. */
export function readFields<Into>(
  fields: ReadonlyMap<string, YamlNode>,
  readers: Readers<Into>,
  into: Into,
  keeper: AccountKeeper,
  skip: ReadonlySet<string>,
  prefix = "",
): void {
  for (const [name, node] of fields) {
    if (skip.has(name)) continue;
    const field = new Field(`${prefix}${name}`, node, keeper);
    if (node.type === "null") field.mend(`${field.name}: null`, "Read as absent.");
    else if (Object.hasOwn(readers, name)) readers[name]!(into, field);
    else field.leaveOut();
  }
}
