/** A port a rule names: one number, an inclusive range, or a name that endpoints define. */
export type Port =
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "name"; readonly name: string };

/** Why a text is not a port. */
export type PortError = "syntax" | "range-reversed" | "out-of-range";

/** A port name as Calico accepts it in rules: DNS-label like, up to 128 characters of letters, digits, `.`, `_`, `-`. */
const PORT_NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/**
 * Reads a port of a rule: `80`, `"80"`, `"80:90"` (inclusive) or `"http"`. Bounds are 1 to 65535 for rules;
 * 0 is reported as `out-of-range`, `90:80` as `range-reversed`, as the recorded rejects have it.
 */
export function parsePort(port: string | number): Port | PortError {
  const text = String(port);
  const range = /^(\d+)(?::(\d+))?$/.exec(text);
  if (range) {
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    if (from > to) return "range-reversed";
    return from < 1 || to > 65535 ? "out-of-range" : { kind: "range", from, to };
  }
  return typeof port === "string" && PORT_NAME.test(text) ? { kind: "name", name: text } : "syntax";
}

/** How people write the port: `80`, `80:90`, `http`. */
export function formatPort(port: Port): string {
  if (port.kind === "name") return port.name;
  return port.from === port.to ? String(port.from) : `${port.from}:${port.to}`;
}
