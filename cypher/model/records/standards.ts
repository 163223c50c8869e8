import { standardStatuses } from "../enums/standard-status.ts";
import { date, name, oneOf, parts, reference, required, text } from "../field.ts";
import { fact, ownKey } from "../record-description.ts";

export const standards = fact({
  label: "Standard",
  singular: "standard",
  plural: "standards",
  description: "A technical standard that systems of actors may follow.",
  fields: {
    key: ownKey,
    name: required(name("Name", "What it is called.")),
    code: name("Code", "Its designation, such as IEC 62541."),
    status: required(oneOf(standardStatuses, "Status", "Whether it is proposed, a draft, published or withdrawn.")),
    body: reference("actors", "MAINTAINED_BY", "Standards body", "The actor that maintains it."),
    domain: name("Domain", "What it regulates, such as communication or safety."),
    description: text("Description", "What it covers."),
    history: parts(
      {
        status: required(oneOf(standardStatuses, "Status", "The status that began on that day.")),
        on: required(date("Since", "The day on which the status began.")),
      },
      "Status history",
      "Each status with the day on which it began; the last one is the current status.",
      { maxItems: 50 },
    ),
  },
});
