import { cidrContains, parseAddress, parseCidr } from "../../../model/net/address.ts";
import type { ConfigProblems, ConfigSources } from "../../config-sources.ts";
import type { ProxySettings } from "./kubernetes-config.ts";

/**
 * The proxy of a setting, where it can be used: one of HTTP, without a path. Its user and password go into a header; they and
 * whatever else the text is are not repeated.
 */
export function proxyOf(text: string, from: string, problems: ConfigProblems): ProxySettings | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !/^\/?$/.test(url.pathname) || url.search || url.hash) {
    problems.add(
      "config.unsupported",
      `the proxy of ${from} is not supported`,
      "one of HTTP is: `http://proxy.example.com:3128`",
    );
    return undefined;
  }
  const user = [url.username, url.password].map(decoded).join(":");
  const authorization = url.username === "" ? undefined : `Basic ${Buffer.from(user).toString("base64")}`;
  return { address: url.origin, ...(authorization && { authorization }), from };
}

/** A part of a URL without its escapes; as it is where they are none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The proxy that the environment names for a server (`HTTPS_PROXY`), unless `NO_PROXY` excepts it; never for this host itself. */
export function proxyInEnvironment(
  server: string,
  { env }: Pick<ConfigSources, "env">,
  problems: ConfigProblems,
): ProxySettings | undefined {
  const { protocol, hostname, port } = new URL(server);
  const from = ["HTTPS_PROXY", "https_proxy"].find((name) => env[name]);
  if (protocol !== "https:" || from === undefined) return undefined;
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isExcepted(host, port || "443", env.NO_PROXY || env.no_proxy || "")) return undefined;
  const text = env[from] ?? "";
  return proxyOf(text.includes("://") ? text : `http://${text}`, from, problems);
}

/** As Go reads it: names with what is below them, `.name` for what is below alone, addresses, networks, each perhaps with a port. */
function isExcepted(host: string, port: string, list: string): boolean {
  const address = parseAddress(host);
  if (host === "localhost" || host === "::1" || (address !== undefined && /^127\./.test(host))) return true;
  return list
    .split(",")
    .map((word) => word.trim().toLowerCase())
    .some((word) => {
      if (word === "" || word === "*") return word === "*";
      const net = word.includes("/") ? parseCidr(word) : undefined;
      if (net !== undefined) return address !== undefined && cidrContains(net, address);
      const [, name = word, own] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(word) ?? [];
      if (own !== undefined && own !== port) return false;
      const bare = name.replace(/^\[|\]$/g, "").replace(/^\*(?=\.)/, "");
      return bare === host || host.endsWith(bare.startsWith(".") ? bare : `.${bare}`);
    });
}
