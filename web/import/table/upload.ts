import { sameOrigin } from "../../graphql/same-origin.ts";

/** Bytes of a file that go with the operation itself; a larger one is sent first. */
const maxInline = 700_000;

/** How a file is given to the API: within the operation, or as an upload of before. */
export type Sent = { contentBase64: string } | { upload: string };

/** Sends a large file to the server, streamed; a small one goes with the operation. Throws an error with what to do. */
export async function sendFile(file: File): Promise<Sent> {
  if (file.size <= maxInline) return { contentBase64: await base64Of(file) };
  const response = await fetch("/uploads", {
    ...sameOrigin,
    method: "POST",
    headers: { ...sameOrigin.headers, "content-type": "application/octet-stream" },
    body: file,
  });
  const answer = (await response.json()) as { upload?: string; errors?: { message: string }[] };
  if (answer.upload === undefined)
    throw new Error(answer.errors?.[0]?.message ?? "The file could not be sent. Try again.");
  return { upload: answer.upload };
}

/** The bytes of a file in base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(file);
  });
}
