/** Statuses of a boundary, with the word for a sentence and the description for the API. Source: model.md section 3. */
export const boundaryStatuses = {
  UNKNOWN: { word: "unknown", description: "No claim says who leads." },
  UNCLAIMED: { word: "unclaimed", description: "Nobody claims the lead." },
  CONTESTED: { word: "contested", description: "Several parties that are not aligned claim the lead." },
  DISPUTED: { word: "disputed", description: "Others name a lead who is not aligned with those who claim it." },
  SHARED: { word: "shared", description: "Several aligned actors lead." },
  AGREED: { word: "agreed", description: "One actor leads, and nobody else is named." },
} as const;

export type BoundaryStatus = keyof typeof boundaryStatuses;
