/** One value of an enum as people read it. */
export interface EnumValue {
  /** On the screen. */
  readonly word: string;
  /** What it means, for the documentation of the API and as help beside a choice. */
  readonly description: string;
}

/** An enum: its name in the API, what it says, and its values in the order in which choices are listed. */
export interface EnumTable<Value extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly values: { readonly [V in Value]: EnumValue };
}

export type ValueOf<Table extends EnumTable> = keyof Table["values"] & string;

export const enumTable = <Value extends string>(
  name: string,
  description: string,
  values: { readonly [V in Value]: EnumValue },
): EnumTable<Value> => ({ name, description, values });

export const valuesOf = <Value extends string>(table: EnumTable<Value>): readonly Value[] =>
  Object.keys(table.values) as Value[];
