import type { IncomingMessage, ServerResponse } from "node:http";
import { isSecure } from "../sessions/cookies.ts";

/**
 * docs/operations.md, Headers. Inline styles are what Mantine and Cytoscape put on elements; inline scripts are
 * refused.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
].join("; ");

/**
 * Sets the security headers on every response, whichever handler writes it.
 * @param isLoopback whether the browser has opened a loopback address, which it trusts without https
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  publicUrl: string | undefined,
  isLoopback: boolean,
): void {
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "no-referrer");
  // Over plain http a browser ignores it, with an error in its console on every page.
  if (isLoopback || isSecure(request, publicUrl)) response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
}
