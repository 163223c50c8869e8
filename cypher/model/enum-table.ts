/** One value of an enum as people read it. */
export interface EnumValue {
  /** On the screen. */
  readonly word: string;
  /** What it means, for the documentation of the API and as help beside a choice. */
  readonly description: string;
}

/**
 * Enum: its name in the API, what it says, and its values in the order in which choices are listed. A table may say more
 * of each value than what all do, such as the word for a relation read the other way round.
 */
export interface EnumTable<Value extends string = string, Row extends EnumValue = EnumValue> {
  readonly name: string;
  readonly description: string;
  readonly values: { readonly [V in Value]: Row };
}

export type ValueOf<Table extends EnumTable> = keyof Table["values"] & string;

export const enumTable = <Value extends string, Row extends EnumValue = EnumValue>(
  name: string,
  description: string,
  values: { readonly [V in Value]: Row },
): EnumTable<Value, Row> => ({ name, description, values });

export const valuesOf = <Value extends string>(table: EnumTable<Value>): readonly Value[] =>
  Object.keys(table.values) as Value[];
