import { Stances } from "../stances/Stances.tsx";
import { AddButton } from "./edit/AddButton.tsx";
import { RecordLinks } from "./RecordLinks.tsx";

interface Props {
  ecosystem: string;
  date: string | undefined;
  /** Key of the topic. */
  topic: string;
  onSelect(id: string): void;
}

/** Inspector part of a topic: who says what, by name on the scale. */
export function TopicPart({ ecosystem, date, topic, onSelect }: Props) {
  return (
    <section className="inspector-part">
      <h3>Stances</h3>
      <Stances
        {...{ ecosystem, date, topic }}
        linkTo={(actor) => <RecordLinks records={[actor]} onSelect={onSelect} />}
      />
      <AddButton kind="STANCES" preset={(key) => ({ topic: key })} />
    </section>
  );
}
