import { Link } from "@tanstack/react-router";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import type { CustomerFit } from "./customers.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  fits: readonly CustomerFit[];
}

const signOf = (value: boolean | null) => (value === null ? "?" : value ? "✓" : "✗");
const wordOf = (value: boolean | null) => (value === null ? "unknown" : value ? "met" : "not met");

function Condition({ value, isAgreed }: { value: boolean | null; isAgreed: boolean }) {
  if (!isAgreed)
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
  const nameOf = ({ customer }: CustomerFit) => (
    <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: customer.id }}>
      {customer.name}
    </Link>
  );
  const tagOf = (fit: CustomerFit) => (
    <span className="tag" data-fit={fit.level}>
      {fit.label}
    </span>
  );
  const willingnessOf = ({ willingness }: CustomerFit) =>
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
        {fits.map((fit) => (
          <li key={fit.customer.id}>
            <p>
              {nameOf(fit)} {tagOf(fit)}
            </p>
            <p>{fit.reason}</p>
            <dl>
              {fit.conditions.map(({ label, isMet }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <Condition value={isMet} isAgreed={fit.agreement !== null} />
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
          {fits[0]?.conditions.map(({ label, description }) => (
            <th key={label} scope="col" title={description}>
              {label}
            </th>
          ))}
          <th scope="col" title="How willing the customer is to share data">
            Willingness
          </th>
        </tr>
      </thead>
      <tbody>
        {fits.map((fit) => (
          <tr key={fit.customer.id}>
            <th scope="row">{nameOf(fit)}</th>
            <td>{tagOf(fit)}</td>
            <td>{fit.reason}</td>
            {fit.conditions.map(({ label, isMet }) => (
              <td key={label}>
                <Condition value={isMet} isAgreed={fit.agreement !== null} />
              </td>
            ))}
            <td>{willingnessOf(fit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
