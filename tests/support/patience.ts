/**
 * Time limit of expectations in tests, long enough for a busy machine and for a person's rate limit of a minute. It is
 * reached only by a failure.
 */
export const patience = { timeout: 90_000, interval: 50 };
