/** Display text of one value of an enum. */
export interface EnumValue {
  /** Label on the screen. */
  readonly word: string;
  /** Description in the API, and help text beside a choice. */
  readonly description: string;
}

/**
 * Enum: its name in the API, its description, and its values in the order of choices. A table may have more fields for
 * its values, such as the label of a relation in the reverse direction.
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
