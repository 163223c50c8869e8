import { ownerships } from "../enums/ownership.ts";
import { oneOf, reference, required, scale } from "../field.ts";
import { fact } from "../record-description.ts";

export const profiles = fact({
  label: "Profile",
  singular: "profile",
  plural: "profiles",
  description: "How ready a customer is for advanced services.",
  identity: ["actor", "validFrom"],
  fields: {
    actor: required(reference("actors", "PROFILE_OF", "Actor", "The customer that is described.")),
    serviceReadiness: scale("Service readiness", "Readiness to buy services, from 1 (reluctant) to 5 (very ready)."),
    industrialInternetReadiness: scale(
      "Industrial Internet readiness",
      "Attitude to the Industrial Internet, from 1 (reluctant) to 5 (very positive).",
    ),
    dataSharing: scale("Willingness to share data", "From 1 (refuses) to 5 (shares freely)."),
    digitalInfrastructure: scale(
      "Digital infrastructure",
      "Networks and systems at its sites, from 1 (none) to 5 (complete).",
    ),
    ownCapabilities: scale(
      "Own capabilities",
      "How much it can do without service providers, from 1 (little) to 5 (all).",
    ),
    innovativeness: scale("Innovativeness", "How readily it takes up what is new, from 1 (late) to 5 (first)."),
    ownership: oneOf(ownerships, "Ownership", "Who owns it."),
  },
});
