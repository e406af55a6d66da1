import { isNet, isPort, USUAL_NET } from "../../model/kinds/plain-rules.ts";
import { endOf, listPattern, objectPattern, TEXT } from "./usual-patterns.ts";

const NETS = listPattern(String.raw`"[\da-f:./]+"`);
const PORTS = listPattern(String.raw`(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|"[\w.:-]+")`);

/** A side of a rule, which has ports only where the protocol has them. */
function sidePattern(hasPorts: boolean): string {
  const ports = (name: string) => (hasPorts ? [[name, PORTS] as const] : []);
  return objectPattern([
    ["nets", NETS],
    ["selector", TEXT],
    ["namespaceSelector", TEXT],
    ...ports("ports"),
    ["notNets", NETS],
    ["notSelector", TEXT],
    ...ports("notPorts"),
  ]);
}

function sidesPattern(hasPorts: boolean): string {
  const side = sidePattern(hasPorts);
  return `(?:,"source":${side})?(?:,"destination":${side})?`;
}

function makeRulesPattern(): RegExp {
  const start = String.raw`\{"action":"(?:Allow|Deny|Pass|Log)"(?:,"ipVersion":[46])?`;
  const withPorts = `,"protocol":"(?:TCP|UDP)"${sidesPattern(true)}`;
  const others = `(?:,"protocol":"(?:ICMP|ICMPv6|SCTP|UDPLite)")?${sidesPattern(false)}`;
  return new RegExp(listPattern(String.raw`${start}(?:${withPorts}|${others})\}`), "y");
}

/** Made when it is first needed: V8 takes two milliseconds to compile it. */
let rulesPattern: RegExp | undefined;

/**
 * Where a list of plain rules (`model/kinds/plain-rules`) that begins there in compact JSON ends; -1 where it is not known to be one.
 * What is in a selector's text is not looked at.
 */
export function endOfPlainRules(text: string, at: number): number {
  rulesPattern ??= makeRulesPattern();
  const end = endOf(rulesPattern, text, at);
  return end >= 0 && haveGoodValues(text.slice(at, end)) ? end : -1;
}

/** Text that may stand for a network, has no colon, and is no network of IPv4; a selector may have it, too. */
const NO_NET = String.raw`"(?!${USUAL_NET.source.slice(1, -1)}")[\da-f./]+"`;
/** Lists of networks with one of IPv6, and of ports with one that is a name or a range. */
const TO_READ = String.raw`"(?:(?:nets|notNets)":(\[[^\]]*:[^\]]*\])|(?:ports|notPorts)":(\[[^\]]*"[^\]]*\]))`;
const NOT_CERTAIN = new RegExp(`${NO_NET}|${TO_READ}`);

/** Whether the networks and ports of rules that have the form of plain ones are well formed. */
function haveGoodValues(rules: string): boolean {
  if (!NOT_CERTAIN.test(rules)) return true;
  if (new RegExp(NO_NET).test(rules)) return false;
  for (const [, nets, ports] of rules.matchAll(new RegExp(TO_READ, "g"))) {
    const list = JSON.parse(nets ?? ports ?? "[]") as readonly unknown[];
    if (!list.every(nets === undefined ? isPort : isNet)) return false;
  }
  return true;
}
