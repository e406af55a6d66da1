import { type FieldNode, ORDER } from "../../generated/order.ts";
import { listOrEmpty, objectOrEmpty, valueText } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { didYouMean, nearest } from "../../model/nearest.ts";
import { parsePort } from "../../model/net/port.ts";
import { PROTOCOL_NUMBERS, protocolNumber } from "../../model/net/protocol.ts";
import type { FieldPath, Resource } from "../../model/resource.ts";
import { canonicalAsNumber, canonicalDuration, durationHelp, isTimestamp } from "../../model/scalar-forms.ts";
import { globalUseInRule } from "../../selector/global-use.ts";
import { meantSelector } from "../../selector/meant-selector.ts";
import { parseSelector } from "../../selector/parse.ts";
import { type Fix, items, write } from "../fixes/fix.ts";
import type { Problem, Report } from "../problem.ts";

import { isPortName } from "./names.ts";

/** Checks every selector, port, protocol, AS number, duration and timestamp of a resource, wherever its schema has one. */
export function checkScalars(resource: Resource, calico: CalicoVersionRules, report: Report): void {
  const visit = (node: FieldNode | undefined, value: unknown, path: FieldPath): void => {
    switch (node?.kind) {
      case undefined:
        return;
      case "object": {
        const values = objectOrEmpty(value);
        for (const [name, field] of Object.entries(node.fields)) {
          if (Object.hasOwn(values, name)) visit(field.node, values[name], [...path, name]);
        }
        return;
      }
      case "list":
        for (const [at, item] of listOrEmpty(value).entries()) visit(node.items, item, [...path, at]);
        return;
      case "selector":
        if (typeof value === "string") checkSelector(value, path, resource.kind, calico, report);
        return;
      case "port":
        if (typeof value === "string" || typeof value === "number") checkPort(value, path, report);
        return;
      case "protocol":
        if (typeof value === "string" || typeof value === "number") checkProtocol(value, path, report);
        return;
      case "as-number":
        if (typeof value === "string" || typeof value === "number") checkAsNumber(value, path, report);
        return;
      case "timestamp":
        if (typeof value === "string" && !isTimestamp(value)) {
          const help = "write it like `2019-01-01T00:00:00Z`, or leave it out";
          report({ code: "field.timestamp", message: `invalid timestamp \`${value}\``, help, path });
        }
        return;
      case "duration":
        if (typeof value === "string" && canonicalDuration(value) === undefined) {
          const help = durationHelp(value);
          const fix = /^\d+$/.test(value) ? write(`${value}s`) : undefined;
          report({ code: "field.duration", message: `invalid duration \`${value}\``, help, fix, path });
        }
        return;
      case "map":
      case "string":
      case "boolean":
      case "integer":
      case "number":
      case "any":
        return;
    }
  };
  visit(ORDER[resource.kind], resource, []);
}

function checkSelector(
  selector: string,
  path: FieldPath,
  kind: string,
  calico: CalicoVersionRules,
  report: Report,
): void {
  const use = kind === "BGPPeer" ? "anywhere" : globalUseInRule(path);
  const result = parseSelector(selector, { global: calico.globalSelector ? use : undefined });
  const written = selector.indexOf("global()");
  if (result.ok && calico.globalSelector && use === undefined && kind !== "IPPool" && written >= 0) {
    const message = "Calico refuses a selector with the text `global()` here, even inside of quotes";
    report({ code: "selector.syntax", message, path, offset: written });
  }
  if (result.ok) return;
  const meant = meantSelector(selector);
  const help = didYouMean(meant) ?? globalHelp(selector, kind, calico);
  // calicoctl does not read the selectors of templates of host endpoints; kube-controllers passes the template over.
  const severity = kind === "KubeControllersConfiguration" ? "warning" : undefined;
  const { message, offset } = result;
  const fix = meant === undefined ? undefined : write(meant);
  report({ ...(severity && { severity }), code: "selector.syntax", message, path, offset, fix, ...(help && { help }) });
}

function checkPort(port: string | number, path: FieldPath, report: Report): void {
  const fault = portFault(port);
  if (fault !== undefined) report({ ...fault, path });
}

/** What to write instead of a `global()` that stands where it must not. */
function globalHelp(selector: string, kind: string, { globalSelector }: CalicoVersionRules): string | undefined {
  if (!globalSelector || !selector.includes("global(")) return undefined;
  return kind === "IPPool" ? "for all, write `all()`" : "it belongs into `namespaceSelector` of a rule, alone";
}

/** The range that `80-90` is meant as, or the two ports of `80,90`. */
function portFix(text: string): Fix | undefined {
  const [, from, sign, to] = /^(\d+) ?([-,]) ?(\d+)$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  return sign === "-" ? write(`${from}:${to}`) : items([from, to].map(Number));
}

/** How to write a port: a range for `80-90`, two ports for `80,90`. */
function portHelp(text: string): string {
  const [, from, sign, to] = /^(\d+) ?([-,]) ?(\d+)$/.exec(text) ?? [];
  if (sign === "-") return didYouMean(`${from}:${to}`);
  if (sign === ",") return didYouMean(`[${from}, ${to}]`);
  return "a port is a number, a range like `8000:8010`, or a name of up to 15 lower case letters, digits and `-`";
}

type PortFault = Pick<Problem, "code" | "message" | "help" | "fix">;

function portFault(port: string | number): PortFault | undefined {
  const range: PortFault = { code: "port.range", message: `port \`${port}\` is not between 1 and 65535` };
  const help = portHelp(String(port));
  const syntax: PortFault = {
    code: "port.syntax",
    message: `invalid port \`${port}\``,
    help,
    fix: portFix(String(port)),
  };
  if (typeof port === "number" && !Number.isInteger(port)) return syntax;
  if (typeof port === "number" && port < 0) return range;
  const parsed = parsePort(port);
  if (parsed === "out-of-range") return range;
  if (parsed === "range-reversed") {
    const turned = String(port).split(":").reverse().join(":");
    const message = `port range \`${port}\` starts after it ends`;
    return { code: "port.range", message, help: didYouMean(turned), fix: write(turned) };
  }
  if (parsed === "syntax" || (parsed.kind === "name" && !isPortName(parsed.name))) return syntax;
  return undefined;
}

function checkProtocol(protocol: string | number, path: FieldPath, report: Report): void {
  if (protocolNumber(protocol) !== undefined) return;
  const names = Object.keys(PROTOCOL_NUMBERS);
  const near = nearest(valueText(protocol), names);
  const help = didYouMean(near) ?? `use a number from 1 to 255, or ${names.join(", ")}`;
  const fix = near === undefined ? undefined : write(near);
  report({ code: "protocol.unknown", message: `unknown protocol \`${protocol}\``, help, fix, path });
}

function checkAsNumber(value: string | number, path: FieldPath, report: Report): void {
  const fine =
    typeof value === "string"
      ? canonicalAsNumber(value) !== undefined
      : Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
  if (fine) return;
  const dotted = typeof value === "number" && !Number.isInteger(value);
  const help = dotted ? `quote it: \`"${value}"\`` : 'use a number up to 4294967295, or two halves like `"65000.1"`';
  const fix = dotted ? write(String(value)) : undefined;
  report({ code: "as-number.invalid", message: `invalid AS number \`${value}\``, help, fix, path });
}
