import type { IncomingMessage } from "node:http";

/** What a server answers to a request that asks it to do something. */
export interface PostAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What is done at a path, with the JSON that was sent. */
export type PostRoute = (body: unknown) => Promise<PostAnswer>;

/** The header which has the token of the page's address: a form or a page of another site cannot send it. */
const TOKEN_HEADER = "x-calicoctl-token";
/** The most that a page sends: texts of manifests that are edited. */
const MOST_BYTES = 8 * 1024 * 1024;

const refusal = (status: number, message: string): PostAnswer => ({ status, body: { kind: "refused", message } });

/**
 * Answers a request that asks to do something. It must be sent by the page itself: with its origin, which a browser states and no
 * page can forge, and the token in a header, which a page of another origin may send only if this server said so. `isToken` compares.
 */
export async function answerPost(
  request: IncomingMessage,
  route: PostRoute,
  { origin, isToken }: { readonly origin: string; readonly isToken: (text: string) => boolean },
): Promise<PostAnswer> {
  const { headers } = request;
  const token = headers[TOKEN_HEADER];
  if (headers.origin !== origin) return refusal(403, "forbidden");
  if (headers["sec-fetch-site"] !== undefined && headers["sec-fetch-site"] !== "same-origin")
    return refusal(403, "forbidden");
  if (typeof token !== "string" || !isToken(token)) return refusal(403, "forbidden");
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(headers["content-type"] ?? "") || headers["content-encoding"])
    return refusal(415, "only JSON");
  if (Number(headers["content-length"] ?? 0) > MOST_BYTES) return refusal(413, "the edits are too large");
  const text = await bodyOf(request);
  if (text === undefined) return refusal(413, "the edits are too large");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refusal(400, "this is no JSON");
  }
  return route(body);
}

/** The body of a request as text; `undefined` where it is too long, or does not arrive whole. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      length += (chunk as Buffer).length;
      if (length > MOST_BYTES) return undefined;
      chunks.push(chunk as Buffer);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString("utf8");
}
