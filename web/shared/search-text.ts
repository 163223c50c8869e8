/** Longest text that the API's search takes, that of the longest name. */
export const maxSearchText = 300;

/** What is sent to a search of what is typed: a longer text would be refused, where its beginning may find something. */
export const searchText = (typed: string): string => typed.trim().slice(0, maxSearchText);
