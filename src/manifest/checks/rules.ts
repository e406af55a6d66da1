import type { Code } from "../../model/diagnostic.ts";
import { listOrEmpty, objectOrEmpty, textOrEmpty, valueText } from "../../model/json.ts";
import type { CalicoVersionRules } from "../../model/kinds/version.ts";
import { didYouMean } from "../../model/nearest.ts";
import { formatCidr, parseCidr } from "../../model/net/address.ts";
import { protocolName } from "../../model/net/protocol.ts";
import type { FieldPath } from "../../model/resource.ts";
import { write } from "../fixes/fix.ts";
import type { Report } from "../problem.ts";
import { texts, type Values } from "./lenient.ts";
import { checkAnnotationKeys } from "./metadata.ts";
import { checkServices, type RuleList } from "./services.ts";

/** The place of a rule. */
interface RulePlace extends RuleList {
  readonly path: FieldPath;
}

/** Checks the fields of a rule against each other (recorded: the `rule-*` cases). */
function checkRule(value: unknown, place: RulePlace, calico: CalicoVersionRules, report: Report): void {
  const rule = objectOrEmpty(value);
  checkPortsAllowed(rule, place.path, calico, report);
  checkIcmp(rule, place.path, report);
  checkNets(rule, place.path, calico, report);
  checkHttp(rule, place, calico, report);
  checkServices(rule, place.path, place, report);
  checkAnnotationKeys(objectOrEmpty(rule.metadata).annotations, [...place.path, "metadata", "annotations"], report);
}

/** Checks both lists of rules of a policy or profile of that kind. */
export function checkRules(kind: string, spec: Values, calico: CalicoVersionRules, report: Report): void {
  for (const direction of ["ingress", "egress"] as const) {
    listOrEmpty(spec[direction]).forEach((rule, at) => {
      checkRule(rule, { path: ["spec", direction, at], kind, direction }, calico, report);
    });
  }
}

/** Protocols that have ports: TCP and UDP, by name or number; SCTP where the version knows its ports. */
export function hasPorts(protocol: unknown, calico: CalicoVersionRules): boolean {
  const known: readonly unknown[] = calico.sctpPorts ? ["TCP", "UDP", "SCTP", 6, 17, 132] : ["TCP", "UDP", 6, 17];
  return known.includes(protocol);
}

function checkPortsAllowed(rule: Values, path: FieldPath, calico: CalicoVersionRules, report: Report): void {
  if (hasPorts(rule.protocol, calico)) return;
  const named = calico.namedPortsWithoutProtocol && rule.protocol === undefined;
  for (const side of ["source", "destination"]) {
    for (const field of ["ports", "notPorts"]) {
      const ports = listOrEmpty(objectOrEmpty(rule[side])[field]);
      if (ports.length === 0 || (named && ports.every((port) => typeof port === "string" && !/^\d/.test(port))))
        continue;
      const wanted = calico.sctpPorts ? "TCP, UDP or SCTP" : "TCP or UDP";
      const given = rule.protocol === undefined ? "" : `, not ${shown(rule.protocol)}`;
      report({
        code: "port.protocol",
        message: `a rule with ports needs protocol ${wanted}${given}`,
        help:
          rule.protocol === undefined
            ? "add `protocol: TCP` or `protocol: UDP` to the rule"
            : "change the protocol, or remove the ports",
        path: [...path, side, field],
        part: "key",
      });
    }
  }
}

const shown = (protocol: unknown): string =>
  typeof protocol === "number" ? protocolName(protocol) : textOrEmpty(protocol);

function checkIcmp(rule: Values, path: FieldPath, report: Report): void {
  if (rule.icmp !== undefined && rule.protocol !== "ICMP" && rule.protocol !== "ICMPv6") {
    const given = rule.protocol === undefined ? "" : `, not ${valueText(rule.protocol)}`;
    report({
      code: "icmp.protocol",
      message: `a rule with \`icmp\` needs protocol ICMP or ICMPv6, by name${given}`,
      help: "set `protocol: ICMP` or `protocol: ICMPv6` in the rule",
      path: [...path, "icmp"],
      part: "key",
    });
  }
  for (const field of ["icmp", "notICMP"]) {
    const { type, code } = objectOrEmpty(rule[field]);
    if (code !== undefined && type === undefined) {
      report({
        code: "icmp.code",
        message: "an ICMP code needs a type",
        help: "add `type`",
        path: [...path, field, "code"],
      });
    }
  }
  const families = { ICMP: 4, ICMPv6: 6 } as const;
  for (const [name, family] of Object.entries(families)) {
    if (rule.protocol !== name && rule.notProtocol !== name) continue;
    if (rule.ipVersion === undefined || rule.ipVersion === family) continue;
    const message = `protocol ${name} needs \`ipVersion: ${family}\`, not ${valueText(rule.ipVersion)}`;
    report({ code: "ip-version.protocol", message, path: [...path, "ipVersion"] });
  }
}

/** The nets of one rule are strictly masked, of one family, and of the rule's `ipVersion`. */
function checkNets(rule: Values, path: FieldPath, calico: CalicoVersionRules, report: Report): void {
  let seen: { family: 4 | 6; net: string } | undefined;
  for (const side of ["source", "destination"]) {
    for (const field of ["nets", "notNets"]) {
      for (const [at, net] of texts(objectOrEmpty(rule[side])[field])) {
        const place = [...path, side, field, at];
        const family = checkNet(net, field === "notNets" && calico.definitionLimits, place, report);
        if (family === undefined) continue;
        if ((rule.ipVersion === 4 || rule.ipVersion === 6) && rule.ipVersion !== family) {
          const message = `\`${net}\` is an IPv${family} network in a rule of \`ipVersion: ${rule.ipVersion}\``;
          report({ code: "net.family", message, path: place });
        } else if (seen !== undefined && seen.family !== family) {
          const message = `\`${net}\` is IPv${family}, but \`${seen.net}\` of the same rule is IPv${seen.family}`;
          report({ code: "net.family", message, help: "split it into two rules", path: place });
        }
        seen ??= { family, net };
      }
    }
  }
}

/** Checks one network of a rule; returns its family where it is valid. */
function checkNet(net: string, noCatchAll: boolean, path: FieldPath, report: Report): 4 | 6 | undefined {
  const cidr = parseCidr(net);
  if (cidr === undefined) {
    const plain = parseCidr(`${net}/${net.includes(":") ? 128 : 32}`);
    const help =
      plain === undefined ? "write a network like `10.0.0.0/8`" : `write \`${formatCidr(plain)}\` for this one address`;
    const fix = plain === undefined ? undefined : write(formatCidr(plain));
    report({ code: "net.syntax", message: `invalid network \`${net}\``, help, fix, path });
    return undefined;
  }
  if (!cidr.masked) {
    const help = didYouMean(formatCidr(cidr));
    const fix = write(formatCidr(cidr));
    report({ code: "net.masked", message: `\`${net}\` has bits set outside its prefix`, help, fix, path });
  } else if (noCatchAll && cidr.prefix === 0) {
    report({ code: "net.catch-all", message: `\`${net}\` excludes every address`, path });
  }
  return cidr.address.family;
}

/** The longest path that the resource definitions of v3.32 allow. */
const LONGEST_PATH = 1024;

/** In policies, HTTP matches are for ingress rules only; in profiles, for all. */
function checkHttp(rule: Values, place: RulePlace, calico: CalicoVersionRules, report: Report): void {
  if (rule.http === undefined) return;
  const path = [...place.path, "http"];
  const fail = (code: Code, message: string, at: FieldPath = path): void => report({ code, message, path: at });
  if (place.direction === "egress" && place.kind !== "Profile") fail("http.egress", "`http` is for ingress rules only");
  if (rule.action !== undefined && rule.action !== "Allow") fail("http.action", "`http` is for rules that allow only");
  if (rule.protocol !== undefined && rule.protocol !== "TCP") {
    fail("http.protocol", "a rule with `http` needs protocol TCP, by name, or none");
  }
  const { methods, paths } = objectOrEmpty(rule.http);
  const seen = new Set<string>();
  for (const [at, method] of texts(methods)) {
    if (seen.has(method)) fail("http.method", `method \`${method}\` is given twice`, [...path, "methods", at]);
    seen.add(method);
  }
  listOrEmpty(paths).forEach((item, at) => {
    const fault = pathFault(objectOrEmpty(item));
    if (fault) fail("http.path", fault, [...path, "paths", at]);
  });
  if (!calico.definitionLimits) return;
  if (listOrEmpty(methods).length > 20) fail("http.method", "at most 20 methods", [...path, "methods"]);
  if (listOrEmpty(paths).length > 20) fail("http.path", "at most 20 paths", [...path, "paths"]);
  listOrEmpty(paths).forEach((item, at) => {
    for (const [field, text] of Object.entries(objectOrEmpty(item))) {
      if ([...textOrEmpty(text)].length > LONGEST_PATH)
        fail("http.path", `a path has at most ${LONGEST_PATH} characters`, [...path, "paths", at, field]);
    }
  });
}

function pathFault(item: Values): string | undefined {
  const [exact, prefix] = [textOrEmpty(item.exact), textOrEmpty(item.prefix)];
  if (exact !== "" && prefix !== "") return "a path has either `exact` or `prefix`, not both";
  const path = exact === "" ? prefix : exact;
  if (path === "") return "a path needs `exact` or `prefix`";
  return path.startsWith("/") && !/[?# ]/.test(path)
    ? undefined
    : `\`${path}\` must begin with \`/\` and have no \`?\`, \`#\` or space`;
}
