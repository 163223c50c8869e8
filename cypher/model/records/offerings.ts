import { contractTypes } from "../enums/contract-type.ts";
import { customerValues } from "../enums/customer-value.ts";
import { offeringTypes } from "../enums/offering-type.ts";
import { list, name, oneOf, reference, required, text, url } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const offerings = fact({
  label: "Offering",
  singular: "offering",
  plural: "offerings",
  description: "A product, software or service that an actor offers.",
  plain: [
    { type: "PROVIDES", from: "provider", to: "self", properties: [] },
    { type: "COVERS", from: "self", to: "activities", properties: [] },
  ],
  fields: {
    key: ownKey,
    name: required(name("Name", "What it is called.")),
    description: text("Description", "What the customer gets."),
    provider: required(reference("actors", "PROVIDED_BY", "Provider", "The actor that offers it.")),
    type: required(oneOf(offeringTypes, "Type", "A product, software, or a basic or an advanced service.")),
    activities: list(reference("activities", "PERFORMS", "Activities", "The activities that it performs."), {
      maxItems: 200,
    }),
    value: list(oneOf(customerValues, "Value", "What it improves for the customer."), { maxItems: 6 }),
    contract: oneOf(contractTypes, "Contract", "What the customer pays for: a purchase, a period, a result."),
    labels: list(name("Labels", "Free words to group and filter by."), { maxItems: 200 }),
    website: url("Website", "Its address, from http:// or https:// on."),
  },
});
