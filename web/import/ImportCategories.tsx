import { NativeSelect } from "@mantine/core";
import type { ActorKind } from "../graphql/schema-types.ts";
import { actorKindWords } from "../shared/words.ts";
import type { ImportResult } from "./import.graphql.ts";

type Category = ImportResult["categories"][number];

/** What the person says of a category. */
export interface CategoryChoice {
  category: string;
  holds: Category["holds"];
  kind?: ActorKind;
}

const options = [
  { value: "OFFERINGS", label: "Offerings (products, projects)" },
  {
    group: "Organisations of kind",
    items: (Object.keys(actorKindWords) as ActorKind[]).map((kind) => ({ value: kind, label: actorKindWords[kind] })),
  },
];

/** For each category of a landscape whether its items are offerings or organisations, and of which kind. */
export function ImportCategories(props: {
  categories: Category[];
  chosen: CategoryChoice[];
  disabled: boolean;
  onChange(chosen: CategoryChoice[]): void;
}) {
  const { categories, chosen, disabled, onChange } = props;
  const organisations = categories.filter(({ holds }) => holds === "ORGANISATIONS");
  const choose = (category: string, value: string) => {
    const others = chosen.filter((choice) => choice.category !== category);
    const choice: CategoryChoice =
      value === "OFFERINGS"
        ? { category, holds: "OFFERINGS" }
        : { category, holds: "ORGANISATIONS", kind: value as ActorKind };
    onChange([...others, choice]);
  };
  return (
    <details className="import-categories">
      <summary>
        <b>{categories.length}</b> categories{" "}
        <span className="quiet">
          {organisations.length === 0
            ? "none lists organisations"
            : `organisations in ${organisations.map(({ name }) => name).join(", ")}`}
        </span>
      </summary>
      <ul>
        {categories.map((category) => (
          <li key={category.name}>
            <NativeSelect
              size="xs"
              label={`${category.name} (${category.items.toLocaleString("en-GB")})`}
              data={options}
              value={category.kind ?? "OFFERINGS"}
              disabled={disabled}
              onChange={(event) => choose(category.name, event.currentTarget.value)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
