import { type Choice, type ChoiceProblem, chooseEach } from "../../analysis/exposure/choice.ts";
import { chooseAddresses } from "../../analysis/exposure/choose-addresses.ts";
import { chooseEndpoints } from "../../analysis/exposure/choose-endpoints.ts";
import { choosePorts, chooseService, type Service } from "../../analysis/exposure/choose-services.ts";
import type { WayScope } from "../../analysis/exposure/endpoint-ways.ts";
import type { PacketScope } from "../../analysis/exposure/question-boxes.ts";
import type { PacketAssertion } from "../../model/flow.ts";
import { protocolNumberInAnyCase } from "../../model/net/protocol.ts";
import type { World } from "../../policy/world/compiled.ts";

/** What an assertion is about: packets on ways. */
export interface AssertionQuestion {
  readonly ways: WayScope;
  readonly packets: PacketScope;
}

/** What is wrong with an assertion, at one of its fields. */
export interface AssertionProblem extends ChoiceProblem {
  readonly field: keyof PacketAssertion;
}

/** What an assertion of a flow file asks of a World, or which of its fields stands for nothing. `node` is the file's. */
export function assertionQuestion(
  world: World,
  assertion: PacketAssertion,
  node: string | undefined,
): AssertionQuestion | AssertionProblem {
  const { direction = "in", from, to, except, way = "local" } = assertion;
  const isIn = direction === "in";
  const peerSide = isIn ? "source" : "destination";
  const peerField = isIn ? "from" : "to";
  const ownField = isIn ? "to" : "from";
  const [peers, own] = isIn ? [from, to] : [to, from];
  const endpoints = chooseEndpoints(world, listOf(own), assertion.node ?? node);
  if (!endpoints.ok)
    return { ...endpoints, field: own === undefined && assertion.node !== undefined ? "node" : ownField };
  const chosenPeers = peers === undefined ? undefined : chooseAddresses(world, listOf(peers) ?? []);
  if (chosenPeers !== undefined && !chosenPeers.ok) return { ...chosenPeers, field: peerField };
  const excepted = chooseAddresses(world, listOf(except) ?? []);
  if (!excepted.ok) return { ...excepted, field: "except" };
  const services = servicesOf(assertion);
  if (!services.ok) return { ...services, field: services.field };
  const sourcePorts = chooseEach((listOf(assertion.sourcePorts) ?? []).map(String), (text) => {
    const ports = choosePorts(text);
    return ports.ok ? { ok: true, value: [ports.value] } : ports;
  });
  if (!sourcePorts.ok) return { ...sourcePorts, field: "sourcePorts" };
  return {
    ways: { endpoints: endpoints.value, withoutEndpoint: false, direction, traffic: way },
    packets: {
      peerSide,
      ...(chosenPeers && { peers: chosenPeers.value }),
      except: excepted.value,
      services: services.value,
      ...(assertion.sourcePorts !== undefined && { sourcePorts: sourcePorts.value }),
    },
  };
}

type ServiceChoice = Choice<readonly Service[]> & { readonly field: "protocol" | "ports" };

function servicesOf({ protocol, ports }: PacketAssertion): ServiceChoice {
  const number = protocol === undefined ? undefined : protocolNumberInAnyCase(protocol);
  if (protocol !== undefined && number === undefined) {
    const help = "write a name (TCP), or a number from 1 to 255";
    return { ok: false, message: `invalid protocol \`${protocol}\``, help, field: "protocol" };
  }
  const services: Service[] = [];
  for (const text of listOf(ports) ?? []) {
    const service = chooseService(String(text), number);
    if (!service.ok) return { ...service, field: "ports" };
    services.push(service.value);
  }
  return {
    ok: true,
    value: ports === undefined && number !== undefined ? [{ protocol: number }] : services,
    field: "ports",
  };
}

function listOf<T extends string | number>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  return value === undefined || Array.isArray(value) ? (value as readonly T[] | undefined) : [value as T];
}
