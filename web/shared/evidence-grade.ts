interface Graded {
  reliability?: string | null;
  credibility?: number | null;
}

/** Admiralty grade: reliability of the source A–F and credibility of the information 1–6, "B2"; empty without either. */
export const gradeOf = ({ reliability, credibility }: Graded): string => `${reliability ?? ""}${credibility ?? ""}`;
