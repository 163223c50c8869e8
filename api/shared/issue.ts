/** Issue of an input: its place (a JSON Pointer, or line and column) and what to do about it. */
export interface Issue {
  path: string;
  message: string;
}
