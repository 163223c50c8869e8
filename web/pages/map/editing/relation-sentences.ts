import { describedField, enumValues } from "../../../shared/described-records.ts";
import { relationWords } from "../../../shared/words.ts";

export interface RelationSentence {
  /** Names the choice. */
  value: string;
  type: string;
  /** Whether it is read from the second actor to the first. */
  isReversed: boolean;
  subject: string;
  verb: string;
  object: string;
  /** The whole of it: "Flowsense supplies Paper Mill". */
  text: string;
  description: string;
}

/** Every relation that two actors can have as a sentence with both names; those with a direction in either one. */
export function relationSentences(first: string, second: string): RelationSentence[] {
  const types = enumValues(describedField("RELATIONS", "type")!.enum!);
  return types.flatMap(({ value: type, word, description }) => {
    const verb = word.charAt(0).toLowerCase() + word.slice(1);
    const { reverse } = relationWords[type as keyof typeof relationWords];
    const sentence = (isReversed: boolean): RelationSentence => {
      const [subject, object] = isReversed ? [second, first] : [first, second];
      const value = isReversed ? `${type} reversed` : type;
      return { value, type, isReversed, subject, verb, object, text: `${subject} ${verb} ${object}`, description };
    };
    // What reads the same from both ends has no direction.
    return reverse === word ? [sentence(false)] : [sentence(false), sentence(true)];
  });
}
