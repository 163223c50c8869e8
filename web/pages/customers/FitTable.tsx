import { Link } from "@tanstack/react-router";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { type ConditionName, conditionNames, type Fit } from "./conditions.ts";
import { byFit, fitLevel, whyFit } from "./fit.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  fits: readonly Fit[];
}

const conditionWords: Record<ConditionName, { label: string; question: string }> = {
  security: { label: "Security", question: "Is the data secure in transit and at rest?" },
  ownership: { label: "Ownership", question: "Is it agreed who owns the data?" },
  contract: { label: "Contract", question: "Is it agreed in writing who may use the data for what?" },
  benefit: { label: "Benefit", question: "Does the customer benefit from sharing the data?" },
};

const signOf = (value: boolean | null) => (value === null ? "?" : value ? "✓" : "✗");
const wordOf = (value: boolean | null) => (value === null ? "unknown" : value ? "met" : "not met");

function Condition({ fit, name }: { fit: Fit; name: ConditionName }) {
  const value = fit.conditions[name];
  if (!fit.isAgreed)
    return (
      <span className="quiet" title="Not met: no agreement is in force">
        –
      </span>
    );
  return (
    <span className="condition" data-value={wordOf(value)}>
      <span aria-hidden>{signOf(value)}</span> {wordOf(value)}
    </span>
  );
}

/** Customers ranked by their fit for an advanced service, with the reasons and the data-sharing conditions. */
export function FitTable({ ecosystem, date, fits }: Props) {
  const isNarrow = useIsNarrow();
  const rows = byFit(fits);
  const nameOf = ({ customer }: Fit) => (
    <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: customer.id }}>
      {customer.name}
    </Link>
  );
  const tagOf = (fit: Fit) => (
    <span className="tag" data-fit={fitLevel(fit.segment)}>
      {fitLevel(fit.segment)}
    </span>
  );
  const willingnessOf = ({ willingness }: Fit) =>
    willingness === null ? (
      <span className="quiet" title="Not recorded in the customer's profile">
        –
      </span>
    ) : (
      `${willingness} of 5`
    );
  if (isNarrow) {
    return (
      <ol className="fit-list">
        {rows.map((fit) => (
          <li key={fit.customer.id}>
            <p>
              {nameOf(fit)} {tagOf(fit)}
            </p>
            <p>{whyFit(fit)}</p>
            <dl>
              {conditionNames.map((name) => (
                <div key={name}>
                  <dt>{conditionWords[name].label}</dt>
                  <dd>
                    <Condition fit={fit} name={name} />
                  </dd>
                </div>
              ))}
              <div>
                <dt>Willingness</dt>
                <dd>{willingnessOf(fit)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    );
  }
  return (
    <table className="grid-table fits">
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">Fit</th>
          <th scope="col">Reason</th>
          {conditionNames.map((name) => (
            <th key={name} scope="col" title={conditionWords[name].question}>
              {conditionWords[name].label}
            </th>
          ))}
          <th scope="col" title="How willing the customer is to share data">
            Willingness
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((fit) => (
          <tr key={fit.customer.id}>
            <th scope="row">{nameOf(fit)}</th>
            <td>{tagOf(fit)}</td>
            <td>{whyFit(fit)}</td>
            {conditionNames.map((name) => (
              <td key={name}>
                <Condition fit={fit} name={name} />
              </td>
            ))}
            <td>{willingnessOf(fit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
