import { didYouMean, nearest } from "../../model/nearest.ts";
import { parseAddress, parseNet } from "../../model/net/address.ts";
import type { Net, World } from "../../policy/world/compiled.ts";
import { toNet } from "../../policy/world/nets.ts";
import { matches } from "../../selector/matches.ts";
import { parseSelector } from "../../selector/parse.ts";
import { type Choice, chooseEach } from "./choice.ts";
import { chooseEndpoints } from "./choose-endpoints.ts";
import { selectorProblem } from "./selector-problem.ts";

/**
 * The networks that texts stand for: a network or an address; the name of a network set or of an endpoint, or a selector,
 * which stand for the addresses that a rule with that selector would match. It is a problem if one stands for none.
 */
export function chooseAddresses(world: World, texts: readonly string[]): Choice<readonly Net[]> {
  return chooseEach(texts, (text) => netsNamed(world, text));
}

function netsNamed(world: World, text: string): Choice<readonly Net[]> {
  const net = parseNet(text);
  if (net !== undefined) return { ok: true, value: [toNet(net)] };
  if (/^[\d.]+\/|^[0-9a-f:]+\/\d*$/i.test(text))
    return { ok: false, message: `invalid network \`${text}\``, help: networkHelp(text) };
  const sets = world.members.filter(({ networkSet }) => networkSet === text);
  if (sets.length > 0) return withAddresses(sets, `network set \`${text}\``);
  const endpoints = chooseEndpoints(world, [text], undefined);
  const parsed = parseSelector(text);
  if (!parsed.ok) {
    if (endpoints.ok) return withAddresses(endpoints.value, `endpoint \`${text}\``);
    const fault = selectorProblem(text);
    if (fault !== undefined) return { ok: false, ...fault };
    const names = world.members.flatMap(({ networkSet }) => networkSet ?? []);
    const near = nearest(text, names);
    const help = "write a network, the name of an endpoint or network set, or a selector: role == 'web'";
    return {
      ok: false,
      message: `unknown addresses \`${text}\``,
      help: didYouMean(near) ?? help,
    };
  }
  return withAddresses(
    world.members.filter(({ labels }) => matches(parsed.selector, labels)),
    `what \`${text}\` selects`,
  );
}

/** How to write a network: the number of bits is what is usually wrong. */
function networkHelp(text: string): string {
  const [address = ""] = text.split("/");
  const parsed = parseAddress(address);
  if (parsed === undefined) return "write ADDRESS/BITS: 10.0.0.0/8 or 2001:db8::/32";
  return parsed.family === 4
    ? `bits are 0 to 32: ${address}/32 is that address alone`
    : `bits are 0 to 128: ${address}/128 is that address alone`;
}

function withAddresses(members: readonly { readonly nets: readonly Net[] }[], what: string): Choice<readonly Net[]> {
  const nets = members.flatMap((member) => member.nets);
  return nets.length > 0 ? { ok: true, value: nets } : { ok: false, message: `${what} has no addresses` };
}
