import { Button } from "@mantine/core";
import type { LineReading } from "./read-text.ts";
import type { Problem } from "./reading.ts";

interface Props {
  line: LineReading;
  /** What the API says against it. */
  refusal: string | undefined;
  /** Puts a record's name in the place of what was typed. */
  onComplete(problem: Problem, label: string): void;
}

/** What was understood of a line, as a sentence with its parts; what was not is underlined in the line as typed. */
export function LineNote({ line, refusal, onComplete }: Props) {
  const [first] = line.problems;
  return (
    <li data-whole={line.records.length > 0 && !refusal}>
      {first ? (
        <p className="typed-line">
          <Underlined text={line.text} problems={line.problems} />
        </p>
      ) : (
        <p>
          {line.sentence.map(({ role, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place.
            <span key={at} data-role={role}>
              {at > 0 && text !== "," && " "}
              {role === "word" ? text : <bdi>{text}</bdi>}
            </span>
          ))}
          {line.isPending && <span className="quiet"> …</span>}
        </p>
      )}
      {line.problems.map((problem) => (
        <div key={`${problem.from} ${problem.message}`} className="line-problem">
          <p>{problem.message}</p>
          {problem.candidates.slice(0, 5).map(({ key, label }) => (
            <Button key={key} size="compact-xs" variant="default" onClick={() => onComplete(problem, label)}>
              <bdi>{label}</bdi>
            </Button>
          ))}
        </div>
      ))}
      {refusal && <p role="alert">{refusal}</p>}
    </li>
  );
}

function Underlined({ text, problems }: { text: string; problems: readonly Problem[] }) {
  const sorted = problems.toSorted((a, b) => a.from - b.from);
  let at = 0;
  const parts = sorted.map(({ from, to, message }) => {
    const before = text.slice(at, from);
    const marked = text.slice(Math.max(at, from), to);
    at = Math.max(at, to);
    return (
      <span key={`${from} ${message}`}>
        {before}
        <u title={message}>{marked === "" ? " … " : marked}</u>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
