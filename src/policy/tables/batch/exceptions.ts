import { IPIP, PROTOCOL_NUMBERS } from "../../../model/net/protocol.ts";
import type { Direction } from "../../outcome.ts";
import type { CompiledFailsafe, FelixSettings } from "../../world/compiled.ts";
import { firstNumber, lastNumber } from "../../world/nets.ts";
import { NO_PORT } from "../classes/rule-ranges.ts";
import { CODE, failsafeDetail } from "../reasons.ts";
import type { StageNumbers } from "../stage.ts";

/** New IPv4 packets that a stage decides by protocol and port, before its policies: failsafe ports, and tunnels of workloads. */
export interface Exceptions {
  /** By bit, the destination ports of any of them. */
  readonly ports: Uint32Array;
  /** The first that a packet meets counts. */
  readonly list: readonly Exception[];
}

/** Packets to one port. */
export interface Exception {
  readonly code: number;
  readonly protocol: number;
  readonly port: number;
  /** Which address of a packet must be in the network: that of the other end. */
  readonly isSource: boolean;
  readonly first: number;
  readonly last: number;
  readonly detail: number;
}

/** Prepares the exceptions of stages, once for each set of settings. */
export function exceptionTable(): (
  settings: FelixSettings,
  rules: StageNumbers,
  direction: Direction,
) => Exceptions | undefined {
  const known = new Map<FelixSettings, Map<string, Exceptions | undefined>>();
  return (settings, rules, direction) => {
    const byStage = known.get(settings) ?? new Map<string, Exceptions | undefined>();
    known.set(settings, byStage);
    const key = `${rules.dropsTunnels} ${rules.hasFailsafes} ${direction}`;
    if (!byStage.has(key)) byStage.set(key, compile(settings, rules, direction));
    return byStage.get(key);
  };
}

function compile(
  { allowVxlan, allowIpip, vxlanPort, failsafeInbound, failsafeOutbound }: FelixSettings,
  { dropsTunnels, hasFailsafes }: StageNumbers,
  direction: Direction,
): Exceptions | undefined {
  const isIn = direction === "ingress";
  const anywhere = { isSource: isIn, first: 0, last: 2 ** 32 - 1, detail: 0 };
  const vxlan = { ...anywhere, protocol: PROTOCOL_NUMBERS.UDP, port: vxlanPort, code: CODE.vxlan };
  const ipip = { ...anywhere, protocol: IPIP, port: NO_PORT, code: CODE.ipip };
  const list = [
    ...(dropsTunnels && !allowVxlan ? [vxlan] : []),
    ...(dropsTunnels && !allowIpip ? [ipip] : []),
    ...(hasFailsafes ? (isIn ? failsafeInbound : failsafeOutbound).flatMap((one) => failsafe(one, isIn)) : []),
  ];
  if (list.length === 0) return undefined;
  const ports = new Uint32Array((NO_PORT >>> 5) + 1);
  for (const { port } of list) ports[port >>> 5] = (ports[port >>> 5] as number) | (1 << (port & 31));
  return { ports, list };
}

function failsafe({ number: protocol, port, net }: CompiledFailsafe, isSource: boolean): Exception[] {
  if (net !== undefined && net.family !== 4) return [];
  const [first, last] = net === undefined ? [0, 2 ** 32 - 1] : [firstNumber(net), lastNumber(net)];
  return [{ code: CODE.failsafe, protocol, port, isSource, first, last, detail: failsafeDetail(protocol, port) }];
}
