import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconPrinter } from "@tabler/icons-react";
import { useMemo } from "react";
import { type Command, useRegisterCommands } from "../../commands/command-registry.ts";
import { ExplainedScore } from "../../scores/ExplainedScore.tsx";
import { formatDate } from "../../shared/format.ts";
import type { Coherence } from "./coherence.graphql.ts";
import { lowestInWords } from "./lowest.ts";
import { type Weights, weightsInWords } from "./weights.ts";

interface Props {
  coherence: Coherence;
  weights: Weights | undefined;
  isWeighing: boolean;
  onWeighing(on: boolean): void;
}

// The browser's print dialog saves as PDF too.
const print = () => window.print();
const commands: Command[] = [{ name: "print", label: "Print or save as PDF", group: "Coherence", run: print }];

/** Header of the report: the score with its bounds, the weights in use, and the commands. */
export function CoherenceHead({ coherence, weights, isWeighing, onWeighing }: Props) {
  useRegisterCommands(commands);
  const lowest = lowestInWords(coherence);
  const weightsText = useMemo(() => weights && weightsInWords(weights), [weights]);
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
        isIndicative={coherence.isIndicative}
        reason="No data yet"
      />
      <div className="coherence-lowest">
        <p>
          {lowest ? (
            <>
              {lowest.before} <strong>{lowest.names}</strong>, {lowest.figure}. An average can hide this.
            </>
          ) : (
            "No dimension has a score yet. See the open questions below."
          )}
        </p>
        {weightsText && <p className="coherence-weighed">Weights: {weightsText}.</p>}
      </div>
      <div className="coherence-commands">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={14} stroke={1.6} />}
          aria-expanded={isWeighing}
          onClick={() => onWeighing(!isWeighing)}
        >
          {isWeighing ? "Hide weights" : "Change weights"}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconPrinter size={14} stroke={1.6} />} onClick={print}>
          Print or save as PDF
        </Button>
      </div>
    </div>
  );
}
