import { isObject, type JsonObject, listOrEmpty, objectOrEmpty, textOrEmpty, valueText } from "../../model/json.ts";
import { type Cidr, cidrContains, parseCidr } from "../../model/net/address.ts";
import type { FieldPath } from "../../model/resource.ts";
import { wordList } from "../../model/word-list.ts";
import { isPortName, keyFault, labelValueFault } from "../checks/names.ts";
import type { Report } from "../problem.ts";

const PROTOCOLS = ["TCP", "UDP", "SCTP"];
const LAST_PORT = 65535;
const OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"];

/**
 * What the API server refuses of a NetworkPolicy of the right shape; a conversion would make another policy of it: without
 * a known operator a term is left out, and the selector selects more.
 */
export function checkNetworkPolicy(object: JsonObject, report: Report): void {
  const spec = objectOrEmpty(object.spec);
  checkSelector(spec.podSelector, ["spec", "podSelector"], report);
  each(spec.policyTypes, ["spec", "policyTypes"], (type, path) => oneOf(type, ["Ingress", "Egress"], path, report));
  for (const [direction, peers] of [
    ["ingress", "from"],
    ["egress", "to"],
  ] as const)
    each(spec[direction], ["spec", direction], (rule, path) => {
      each(objectOrEmpty(rule)[peers], [...path, peers], (peer, at) => checkPeer(objectOrEmpty(peer), at, report));
      each(objectOrEmpty(rule).ports, [...path, "ports"], (port, at) => checkPort(objectOrEmpty(port), at, report));
    });
}

/** The same for a ClusterNetworkPolicy. */
export function checkClusterNetworkPolicy(object: JsonObject, report: Report): void {
  const { tier, priority, subject, ...spec } = objectOrEmpty(object.spec);
  oneOf(tier, ["Admin", "Baseline"], ["spec", "tier"], report);
  if (typeof priority !== "number" || priority < 0 || priority > 1000)
    report({ code: "field.value", message: "`priority` must be from 0 to 1000", path: ["spec", "priority"] });
  checkChoice(subject, ["namespaces", "pods"], ["spec", "subject"], report);
  for (const [direction, peers] of [
    ["ingress", "from"],
    ["egress", "to"],
  ] as const)
    each(spec[direction], ["spec", direction], (rule, path) => {
      const { action, [peers]: all } = objectOrEmpty(rule);
      oneOf(action, ["Accept", "Deny", "Pass"], [...path, "action"], report);
      if (listOrEmpty(all).length === 0)
        report({ code: "field.required", message: `\`${peers}\` is missing: a rule names its peers`, path });
      each(all, [...path, peers], (peer, at) => {
        checkChoice(peer, ["namespaces", "pods", "networks"], at, report);
        each(objectOrEmpty(peer).networks, [...at, "networks"], (net, where) => void checkNet(net, where, report));
      });
    });
}

/** One of several fields, with selectors in them. */
function checkChoice(value: unknown, fields: readonly string[], path: FieldPath, report: Report): void {
  const given = fields.filter((field) => isGiven(objectOrEmpty(value)[field]));
  if (given.length !== 1) {
    report({ code: "field.value", message: `exactly one of ${names(fields)} must be given`, path });
    return;
  }
  const { namespaces, pods } = objectOrEmpty(value);
  checkSelector(namespaces, [...path, "namespaces"], report);
  for (const field of ["namespaceSelector", "podSelector"])
    checkSelector(objectOrEmpty(pods)[field], [...path, "pods", field], report);
}

function checkPeer(peer: JsonObject, path: FieldPath, report: Report): void {
  const fields = ["podSelector", "namespaceSelector", "ipBlock"].filter((field) => isGiven(peer[field]));
  if (fields.length === 0) {
    const help = "for every pod of the namespace write `podSelector: {}`; for everything leave out the list";
    report({ code: "field.value", message: "a peer must have a selector or an `ipBlock`", help, path });
  }
  if (isGiven(peer.ipBlock) && fields.length > 1)
    report({
      code: "field.value",
      message: "`ipBlock` stands alone: it takes no selector",
      path: [...path, "ipBlock"],
    });
  for (const field of ["podSelector", "namespaceSelector"]) checkSelector(peer[field], [...path, field], report);
  if (!isObject(peer.ipBlock)) return;
  const { cidr, except } = peer.ipBlock;
  const net = checkNet(cidr, [...path, "ipBlock", "cidr"], report);
  each(except, [...path, "ipBlock", "except"], (text, at) => {
    const inner = checkNet(text, at, report);
    if (net === undefined || inner === undefined) return;
    if (cidrContains(net, inner.address) && inner.prefix > net.prefix) return;
    report({ code: "net.syntax", message: `\`${valueText(text)}\` is not a part of \`${valueText(cidr)}\``, path: at });
  });
}

function checkNet(value: unknown, path: FieldPath, report: Report): Cidr | undefined {
  const net = parseCidr(textOrEmpty(value));
  if (net !== undefined) return net;
  const help = "an address with its prefix length: `10.0.0.0/8`";
  report({ code: "net.syntax", message: `\`${valueText(value ?? "")}\` is not a network`, help, path });
  return undefined;
}

function checkPort({ protocol, port, endPort }: JsonObject, path: FieldPath, report: Report): void {
  if (isGiven(protocol)) oneOf(protocol, PROTOCOLS, [...path, "protocol"], report);
  const range = (value: unknown, at: FieldPath): void => {
    if (typeof value === "number" && (value < 1 || value > LAST_PORT))
      report({ code: "port.range", message: `port ${value} is not from 1 to ${LAST_PORT}`, path: at });
  };
  range(port, [...path, "port"]);
  range(endPort, [...path, "endPort"]);
  if (typeof port === "string" && !isPortName(port)) {
    const help = /^\d+$/.test(port) ? "write the number without quotes" : undefined;
    const message = `\`${port}\` is not the name of a port`;
    report({ code: "port.syntax", message, ...(help && { help }), path: [...path, "port"] });
  }
  if (!isGiven(endPort)) return;
  if (typeof port !== "number")
    report({ code: "port.range", message: "`endPort` needs a `port` that is a number", path: [...path, "endPort"] });
  else if (typeof endPort === "number" && endPort < port)
    report({
      code: "port.range",
      message: `\`endPort\` ${endPort} is below \`port\` ${port}`,
      path: [...path, "endPort"],
    });
}

function checkSelector(selector: unknown, path: FieldPath, report: Report): void {
  const { matchLabels, matchExpressions } = objectOrEmpty(selector);
  for (const [key, value] of Object.entries(objectOrEmpty(matchLabels))) {
    const at = [...path, "matchLabels", key];
    checkKey(key, at, report);
    checkValue(value, at, report);
  }
  each(matchExpressions, [...path, "matchExpressions"], (expression, at) => {
    const { key, operator, values } = objectOrEmpty(expression);
    checkKey(textOrEmpty(key), [...at, "key"], report);
    oneOf(operator, OPERATORS, [...at, "operator"], report);
    const takesValues = operator === "In" || operator === "NotIn";
    const count = listOrEmpty(values).length;
    if (takesValues === count > 0 || !OPERATORS.includes(textOrEmpty(operator))) {
      each(values, [...at, "values"], (value, where) => checkValue(value, where, report));
      return;
    }
    const message = takesValues
      ? `\`${String(operator)}\` needs \`values\``
      : `\`${String(operator)}\` takes no \`values\``;
    report({ code: "field.value", message, path: at });
  });
}

function checkKey(key: string, path: FieldPath, report: Report): void {
  const fault = keyFault(key);
  if (fault !== undefined) report({ code: "label.key", message: `label \`${key}\` ${fault}`, path, part: "key" });
}

function checkValue(value: unknown, path: FieldPath, report: Report): void {
  const fault = labelValueFault(textOrEmpty(value));
  if (fault !== undefined)
    report({ code: "label.value", message: `label value \`${valueText(value)}\` ${fault}`, path });
}

function oneOf(value: unknown, words: readonly string[], path: FieldPath, report: Report): void {
  if (words.includes(textOrEmpty(value))) return;
  const field = path.findLast((part) => typeof part === "string") ?? "";
  const given = isGiven(value) ? `unknown ${field} \`${valueText(value)}\`` : `\`${field}\` is missing`;
  const near = words.find((word) => word.toLowerCase() === textOrEmpty(value).toLowerCase());
  const help = near === undefined ? `one of ${names(words)}` : `write \`${near}\``;
  report({
    code: isGiven(value) ? "field.value" : "field.required",
    message: given,
    help,
    path: isGiven(value) ? path : path.slice(0, -1),
  });
}

const names = (words: readonly string[]): string =>
  wordList(
    words.map((word) => `\`${word}\``),
    "or",
  );

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function each(list: unknown, path: FieldPath, check: (item: unknown, path: FieldPath) => void): void {
  for (const [at, item] of listOrEmpty(list).entries()) check(item, [...path, at]);
}
