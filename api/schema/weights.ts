import { factors } from "../measures/threat/factors.ts";
import { builder } from "./builder.ts";
import { CoherenceDimensionKindEnum, ThreatFactorKindEnum } from "./enums.ts";

/** "OVERLAP 0.5, MOMENTUM 0.5". */
const defaultFactorWeights = factors.map(({ kind, defaultWeight }) => `${kind} ${defaultWeight}`).join(", ");

const DimensionWeightInput = builder.inputType("DimensionWeightInput", {
  description: "The weight of a dimension of coherence; 1 when absent.",
  fields: (t) => ({
    dimension: t.field({ type: CoherenceDimensionKindEnum, required: true, description: "Which dimension." }),
    weight: t.float({ required: true, description: "0 or more; not all may be 0." }),
  }),
});

const ThreatWeightInput = builder.inputType("ThreatWeightInput", {
  description: `The weight of a factor of competitive threat; when absent: ${defaultFactorWeights}.`,
  fields: (t) => ({
    factor: t.field({ type: ThreatFactorKindEnum, required: true, description: "Which factor." }),
    weight: t.float({ required: true, description: "0 or more; not all known ones may be 0." }),
  }),
});

/** Shared argument: weights of the dimensions of coherence. */
export const dimensionWeightArgs = builder.args((t) => ({
  weights: t.field({
    type: [DimensionWeightInput],
    description: "Weights of dimensions of coherence; 1 each when absent.",
  }),
}));

/** Shared argument: weights of the factors of threat. */
export const threatWeightArgs = builder.args((t) => ({
  weights: t.field({
    type: [ThreatWeightInput],
    description: `Weights of factors of threat; when absent: ${defaultFactorWeights}.`,
  }),
}));

/** Shared arguments where both kinds of weights are given. */
export const bothWeightArgs = { ...dimensionWeightArgs, threatWeights: threatWeightArgs.weights };
