/** Errors as one text: the message of each is a sentence. */
export const inSentences = (errors: readonly { message: string }[]): string =>
  errors.map(({ message }) => message).join(" ");
