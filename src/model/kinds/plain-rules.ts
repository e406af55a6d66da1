import { isObject, type JsonObject } from "../json.ts";
import { parseNet } from "../net/address.ts";
import { parsePort } from "../net/port.ts";
import { PROTOCOL_NUMBERS } from "../net/protocol.ts";

/** The fields of a side of a plain rule that have selectors. */
export const PLAIN_SELECTORS = ["selector", "notSelector", "namespaceSelector"] as const;

/** What is known of a list of rules: that one of them is not plain, or that all are, and whether one has a selector. */
type Known = "other" | "plain" | "with selectors";

const known = new WeakMap<object, Known>();

/**
 * Whether a list of rules has only what nearly all rules have, each of it well formed: an action, a protocol, and sides with
 * networks, ports and selectors. Nothing of such rules is refused, ignored, or of a wrong type in any version of Calico, but for
 * what is in a selector's text, which is not looked at. It says nothing of rules that have more: they may well be fine.
 */
export function arePlainRules(rules: unknown): rules is JsonObject[] {
  return Array.isArray(rules) && knownOf(rules) !== "other";
}

/** Whether one of plain rules has a selector. */
export function haveSelectors(rules: readonly JsonObject[]): boolean {
  return knownOf(rules) === "with selectors";
}

/** Notes that all rules of a list are known to be plain, and whether one of them may have a selector. */
export function rememberPlainRules(rules: readonly unknown[], mayHaveSelectors: boolean): void {
  known.set(rules, mayHaveSelectors ? "with selectors" : "plain");
}

function knownOf(rules: readonly unknown[]): Known {
  const before = known.get(rules);
  if (before !== undefined) return before;
  let found: Known = "plain";
  for (const rule of rules) {
    const one = knownOfRule(rule);
    if (one !== "plain") found = one;
    if (one === "other") break;
  }
  known.set(rules, found);
  return found;
}

function knownOfRule(rule: unknown): Known {
  if (!isObject(rule)) return "other";
  let [hasPorts, hasSelectors] = [false, false];
  for (const field in rule) {
    const value = rule[field];
    switch (field) {
      case "action":
        if (!(value === "Allow" || value === "Deny" || value === "Pass" || value === "Log")) return "other";
        break;
      case "protocol":
        if (typeof value !== "string" || !Object.hasOwn(PROTOCOL_NUMBERS, value)) return "other";
        break;
      case "ipVersion":
        if (value !== 4 && value !== 6) return "other";
        break;
      case "source":
      case "destination":
        if (!isObject(value) || !isPlainSide(value)) return "other";
        hasPorts ||= Object.hasOwn(value, "ports") || Object.hasOwn(value, "notPorts");
        for (const key of PLAIN_SELECTORS) hasSelectors ||= Object.hasOwn(value, key);
        break;
      default:
        return "other";
    }
  }
  const isPlain = rule.action !== undefined && (!hasPorts || rule.protocol === "TCP" || rule.protocol === "UDP");
  return !isPlain ? "other" : hasSelectors ? "with selectors" : "plain";
}

function isPlainSide(side: JsonObject): boolean {
  for (const field in side) {
    const value = side[field];
    switch (field) {
      case "nets":
      case "notNets":
        if (!Array.isArray(value) || !value.every(isNet)) return false;
        break;
      case "ports":
      case "notPorts":
        if (!Array.isArray(value) || !value.every(isPort)) return false;
        break;
      case "selector":
      case "notSelector":
      case "namespaceSelector":
        if (typeof value !== "string") return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

/** An IPv4 network or address as nearly all are written; any other is read. */
export const USUAL_NET =
  /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\/(?:3[0-2]|[12]?\d))?$/;

/** Whether a plain rule may have it among its networks. */
export function isNet(net: unknown): boolean {
  return typeof net === "string" && (USUAL_NET.test(net) || parseNet(net) !== undefined);
}

/** Whether a plain rule may have it among its ports. */
export function isPort(port: unknown): boolean {
  if (typeof port === "number") return Number.isInteger(port) && port >= 1 && port <= 65_535;
  return typeof port === "string" && typeof parsePort(port) === "object";
}
