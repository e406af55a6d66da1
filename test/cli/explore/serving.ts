import { request } from "node:http";

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request, word by word. */
export interface HttpRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request with exactly these headers, as no browser or library would; a stream that does not end gives its beginning. */
export function ask(
  address: string,
  { method = "GET", path, headers = {}, body }: HttpRequest = {},
): Promise<Answered> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: url.hostname, port: url.port, method, path: path ?? url.pathname, headers },
      (response) => {
        const chunks: string[] = [];
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: chunks.join("") }),
        );
      },
    );
    sent.on("error", reject).end(body);
  });
}
