import type { Diagnostic } from "../model/diagnostic.ts";

const DEFAULT_PORT = 2379;
const ENDPOINT = /^(?:(https?):\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?(?:\/[^?#@]*)?$/i;

/**
 * The endpoints of a comma list, as `http://host:port`: spaces and a path are ignored, as etcd's own client does, `http` and port
 * 2379 are assumed. `from` names the setting in messages; a URL with user information or a query is refused; neither is repeated
 * there.
 */
export function parseEndpoints(
  list: string,
  from: string,
): { readonly endpoints: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const endpoints: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const text of list.split(",").map((part) => part.trim())) {
    if (text === "") continue;
    const [whole, scheme = "http", host = "", port = String(DEFAULT_PORT)] = ENDPOINT.exec(text) ?? [];
    if (whole !== undefined && Number(port) >= 1 && Number(port) <= 65535)
      endpoints.push(`${scheme.toLowerCase()}://${host}:${Number(port)}`);
    else
      diagnostics.push({
        severity: "error",
        code: "config.endpoint",
        message: `\`${concealed(text)}\` is not an etcd endpoint (from ${from})`,
        help: /[@?#]/.test(text)
          ? "user, password and tokens do not go into the address: set ETCD_USERNAME and ETCD_PASSWORD"
          : "write it as `http://10.0.0.1:2379` or `https://etcd.example.com:2379`",
      });
  }
  if (endpoints.length === 0 && diagnostics.length === 0)
    diagnostics.push({ severity: "error", code: "config.no-endpoints", message: `${from} names no etcd endpoint` });
  return { endpoints: [...new Set(endpoints)], diagnostics };
}

/** Without what may be a user and password, or a token. */
function concealed(text: string): string {
  const [, scheme = "", rest = ""] = /^(https?:\/\/)?(.*)$/is.exec(text) ?? [];
  const host = rest.slice(rest.lastIndexOf("@") + 1);
  const end = host.search(/[?#]/);
  const shown = end < 0 ? host : `${host.slice(0, end + 1)}***`;
  return rest.includes("@") ? `***@${shown}` : scheme + shown;
}
