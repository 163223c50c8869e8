import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import type { Expectation } from "./stances.graphql.ts";
import "./stances.css";

type Actor = Expectation["stances"][number]["actor"];

const positions = [1, 2, 3, 4, 5];

interface Props {
  expectation: Expectation;
  /** The actor's name with a link to its record. */
  linkTo(actor: Actor): ReactNode;
}

/** Stances by name on the scale from 1 to 5; a table says the same, with the salience, to screen readers. */
export function StanceScale({ expectation: { question, low, high, sentence, stances }, linkTo }: Props) {
  const meaning = (position: number) => (position === 1 ? low : position === 5 ? high : null);
  return (
    <div className="stances">
      {question && (
        <p className="quiet">
          <bdi>{question}</bdi>
        </p>
      )}
      <p>
        <bdi>{sentence}</bdi>
      </p>
      {stances.length > 0 && (
        <>
          <div className="stance-scale">
            {positions.map((position) => (
              <div key={position} className="stance-step">
                <p className="stance-position">
                  <b>{position}</b> {meaning(position) && <bdi>{meaning(position)}</bdi>}
                </p>
                {stances
                  .filter((stance) => stance.position === position)
                  .map(({ record, actor, salience }) => (
                    <span key={record.id} title={`Salience ${salience} of 5`} data-salience={salience}>
                      {linkTo(actor)}
                    </span>
                  ))}
              </div>
            ))}
          </div>
          <VisuallyHidden>
            <table>
              <caption>Stances on the scale from 1 to 5</caption>
              <thead>
                <tr>
                  <th scope="col">Actor</th>
                  <th scope="col">Position</th>
                  <th scope="col">Salience</th>
                </tr>
              </thead>
              <tbody>
                {stances.map(({ record, actor, position, salience }) => (
                  <tr key={record.id}>
                    <th scope="row">{actor.name}</th>
                    <td>
                      {position} of 5{meaning(position) && ` (${meaning(position)})`}
                    </td>
                    <td>{salience} of 5</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </VisuallyHidden>
        </>
      )}
    </div>
  );
}
