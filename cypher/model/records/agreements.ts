import { nullableBoolean, reference, required } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const agreements = fact({
  label: "Agreement",
  singular: "agreement",
  plural: "agreements",
  description:
    "What a provider and a customer have agreed on sharing data: four conditions, each met, not met or unknown.",
  fields: {
    key: ownKey,
    provider: required(reference("actors", "WITH_PROVIDER", "Provider", "Who uses the data.")),
    customer: required(reference("actors", "WITH_CUSTOMER", "Customer", "Whose data it is.")),
    security: nullableBoolean("Security", "Whether the data are kept secure."),
    ownership: nullableBoolean("Ownership", "Whether it is settled who owns and may use the data."),
    contract: nullableBoolean("Contract", "Whether a contract covers the data."),
    benefit: nullableBoolean("Benefit", "Whether the customer sees a benefit of its own."),
  },
});
