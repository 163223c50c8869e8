/**
 * Options of every request to the server: the session's cookie, and a header that proves that the request comes from
 * this page and not from another site's form.
 */
export const sameOrigin = { credentials: "same-origin", headers: { "x-csrf": "1" } } as const;
