/**
 * How long a test waits for what it expects. A machine that does much else is slow, and one person's requests may have to
 * wait a minute for the rate limit; nothing waits this long where all is well.
 */
export const patience = { timeout: 90_000, interval: 50 };
