import "./far.css";

/** Says that records are drawn together, and what to do to see them. */
export function FarNote() {
  return (
    <p className="far-note" role="status">
      Drawn by group: zoom in to see records
    </p>
  );
}
