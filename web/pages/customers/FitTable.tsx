import { Link } from "@tanstack/react-router";
import { useIsNarrow } from "../../shared/use-is-narrow.ts";
import { type ConditionName, conditionNames, type Fit } from "./conditions.ts";
import { byFit, fitWord, whyFit } from "./fit.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  fits: readonly Fit[];
}

const conditionWords: Record<ConditionName, { label: string; asks: string }> = {
  security: { label: "Security", asks: "Are the data safe on their way and where they lie?" },
  ownership: { label: "Ownership", asks: "Is it settled whose data they are?" },
  contract: { label: "Contract", asks: "Is it written down who may use them for what?" },
  benefit: { label: "Benefit", asks: "Does the customer gain by sharing them?" },
};

const signOf = (value: boolean | null) => (value === null ? "?" : value ? "✓" : "✗");
const wordOf = (value: boolean | null) => (value === null ? "unknown" : value ? "met" : "not met");

function Condition({ fit, name }: { fit: Fit; name: ConditionName }) {
  const value = fit.conditions[name];
  if (!fit.isAgreed)
    return (
      <span className="quiet" title="No agreement is in force, so it is not met">
        –
      </span>
    );
  return (
    <span className="condition" data-value={wordOf(value)}>
      <span aria-hidden>{signOf(value)}</span> {wordOf(value)}
    </span>
  );
}

/** Customers, those whom an advanced service fits first at the head, with why and what is agreed on their data. */
export function FitTable({ ecosystem, date, fits }: Props) {
  const isNarrow = useIsNarrow();
  const rows = byFit(fits);
  const nameOf = ({ customer }: Fit) => (
    <Link to="/e/$ecosystem/map" params={{ ecosystem }} search={{ ...(date && { date }), selected: customer.id }}>
      {customer.name}
    </Link>
  );
  const tagOf = (fit: Fit) => (
    <span className="tag" data-fit={fitWord(fit.segment)}>
      {fitWord(fit.segment)}
    </span>
  );
  const willingnessOf = ({ willingness }: Fit) =>
    willingness === null ? (
      <span className="quiet" title="Its profile does not say">
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
          <th scope="col">An advanced service</th>
          <th scope="col">Why</th>
          {conditionNames.map((name) => (
            <th key={name} scope="col" title={conditionWords[name].asks}>
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
