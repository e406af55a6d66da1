import type { Edits } from "../../engine/page-data.ts";

/** Texts of this length still pass where links are pasted. */
export const MOST_LINK_CHARACTERS = 60_000;
/** A short text can become a very long one; more than this is no edit of a person. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Edits as the address has them: JSON, compressed, in the characters that need no escape there. */
export async function textOfEdits(edits: Edits): Promise<string> {
  const bytes = new Uint8Array(
    await new Response(through(JSON.stringify(edits), new CompressionStream("deflate-raw"))).arrayBuffer(),
  );
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The edits of such a text; throws where it is none. */
export async function editsOfText(text: string): Promise<Edits> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const reader = through(bytes, new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MOST_BYTES) throw new RangeError("the edits are too large");
    chunks.push(next.value);
  }
  const value: unknown = JSON.parse(await new Blob(chunks).text());
  if (!isEdits(value)) throw new TypeError("these are no edits");
  const { manifests, removed, revisions = [] } = value;
  return {
    manifests: manifests.map(({ name, text }) => ({ name, text })),
    removed,
    ...(revisions.length > 0 && { revisions: revisions.map(([name, resourceVersion]) => [name, resourceVersion]) }),
  };
}

function through(
  body: string | Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([body]).stream().pipeThrough(stream);
}

function isEdits(value: unknown): value is Edits {
  if (typeof value !== "object" || value === null) return false;
  const { manifests, removed, revisions = [] } = value as Partial<Record<keyof Edits, unknown>>;
  const isText = (one: unknown): boolean => {
    const { name, text } = (one ?? {}) as { name?: unknown; text?: unknown };
    return typeof name === "string" && typeof text === "string";
  };
  return (
    Array.isArray(manifests) &&
    manifests.every(isText) &&
    Array.isArray(removed) &&
    removed.every((one) => typeof one === "string") &&
    Array.isArray(revisions) &&
    revisions.every((one) => Array.isArray(one) && typeof one[0] === "string" && typeof one[1] === "string")
  );
}
