import type { Diagnostic } from "../model/diagnostic.ts";

const DEFAULT_PORT = 2379;
const ENDPOINT = /^(?:(https?):\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?(?:\/[^?#@]*)?$/i;

/**
 * The endpoints of a comma list, as `http://host:port`: spaces and a path are ignored, as etcd's own client does, `http` and port
 * 2379 are assumed. `from` names the setting in messages; a URL with user information or a query is refused. No text of an endpoint is
 * repeated there.
 */
export function parseEndpoints(
  list: string,
  from: string,
): { readonly endpoints: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const endpoints: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [at, text] of list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .entries()) {
    const [whole, scheme = "http", host = "", port = String(DEFAULT_PORT)] = ENDPOINT.exec(text) ?? [];
    if (whole !== undefined && Number(port) >= 1 && Number(port) <= 65535)
      endpoints.push(`${scheme.toLowerCase()}://${host}:${Number(port)}`);
    else
      diagnostics.push({
        severity: "error",
        code: "config.endpoint",
        message: `endpoint ${at + 1} of ${from} is not an etcd endpoint: ${whyNot(text)}`,
        help: /[@?#]/.test(text)
          ? "user, password and tokens do not go into the address: set ETCD_USERNAME and ETCD_PASSWORD"
          : "write it as `http://10.0.0.1:2379` or `https://etcd.example.com:2379`",
      });
  }
  if (endpoints.length === 0 && diagnostics.length === 0)
    diagnostics.push({ severity: "error", code: "config.no-endpoints", message: `${from} names no etcd endpoint` });
  return { endpoints: [...new Set(endpoints)], diagnostics };
}

/** What is wrong with an endpoint, without repeating any of it: it may hold a password or a token. */
function whyNot(text: string): string {
  const [, scheme, rest = ""] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  if (/[?#@]/.test(rest)) return "something stands beside host and port";
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return "it begins with neither `http://` nor `https://`";
  if (/^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+):\d+(?:\/|$)/i.test(rest)) return "its port is not between 1 and 65535";
  return "it has no host, or characters that no host name has";
}
