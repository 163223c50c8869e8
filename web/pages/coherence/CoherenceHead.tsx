import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconPrinter } from "@tabler/icons-react";
import { useMemo } from "react";
import { type Command, useRegisterCommands } from "../../commands/command-registry.ts";
import type { Coherence } from "../../graphql/types.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { formatDate, points } from "../../shared/format.ts";
import { dimensionWords } from "../../shared/words.ts";
import { type Weights, weightsInWords } from "./weights.ts";

interface Props {
  coherence: Coherence;
  weights: Weights | undefined;
  isWeighing: boolean;
  onWeighing(on: boolean): void;
}

// Every browser can print into a PDF file.
const print = () => window.print();
const commands: Command[] = [{ name: "print", label: "Print or save as PDF", group: "Coherence", run: print }];

/** The score with its bounds, how it is weighed, and what can be done with the report. */
export function CoherenceHead({ coherence, weights, isWeighing, onWeighing }: Props) {
  useRegisterCommands(commands);
  const { lowest, dimensions } = coherence;
  const weighed = useMemo(() => weights && weightsInWords(weights), [weights]);
  return (
    <div className="coherence-head">
      <div>
        <h1>Coherence</h1>
        <p className="quiet">
          As of {formatDate(coherence.asOf)} · revision {coherence.revision}
        </p>
      </div>
      <ExplainedScore
        size="large"
        label="Coherence"
        value={coherence.score}
        low={coherence.low}
        high={coherence.high}
        coverage={coherence.coverage}
        reason="Nothing is known yet"
      />
      <div className="coherence-lowest">
        <p>
          {lowest ? (
            <>
              Lowest is <strong>{dimensionWords[lowest].label.toLowerCase()}</strong>, at{" "}
              {points(dimensions.find((d) => d.kind === lowest)?.score)} of 100. A mean can hide it.
            </>
          ) : (
            "No dimension has a score yet: see what to find out next."
          )}
        </p>
        {weighed && <p className="coherence-weighed">Weighed: {weighed}.</p>}
      </div>
      <div className="coherence-deeds">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.6} />}
          aria-expanded={isWeighing}
          onClick={() => onWeighing(!isWeighing)}
        >
          {isWeighing ? "Hide the weights" : "Change the weights"}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconPrinter size={14} stroke={1.6} />} onClick={print}>
          Print or save as PDF
        </Button>
      </div>
    </div>
  );
}
