import type { Choice } from "../../analysis/exposure/choice.ts";
import { chooseEach } from "../../analysis/exposure/choice.ts";
import { chooseAddresses } from "../../analysis/exposure/choose-addresses.ts";
import { chooseEndpoints } from "../../analysis/exposure/choose-endpoints.ts";
import { chooseService, type Service } from "../../analysis/exposure/choose-services.ts";
import { endpointWays, type Traffic, type WayScope } from "../../analysis/exposure/endpoint-ways.ts";
import { type ExposedWay, exposureOf } from "../../analysis/exposure/exposure.ts";
import type { PacketScope } from "../../analysis/exposure/question-boxes.ts";
import { type Exact, SharedBudget } from "../../analysis/sets/budget.ts";
import { Universe } from "../../analysis/sets/universe.ts";
import type { ReportedWay } from "../../report/exposure/exposure-rows.ts";
import { factsOfNode } from "../node-facts.ts";
import { RequestError } from "../request-error.ts";
import type { Scenario } from "../scenario.ts";

/** What `exposure` is asked, as the command line has it. */
export interface ExposureOptions {
  readonly node: string | undefined;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly port: readonly string[];
  readonly direction: "in" | "out";
  readonly traffic: Traffic;
}

/** What a command line asks about a World. */
export interface ExposureQuestion {
  readonly ways: WayScope;
  readonly packets: PacketScope;
}

/** Reads the words of the command line in a World; throws `RequestError` where one stands for nothing. */
export function exposureQuestion(
  { world }: Pick<Scenario, "world">,
  { node, from, to, port, direction, traffic }: ExposureOptions,
): ExposureQuestion {
  const isIn = direction === "in";
  const [peers, own] = isIn ? [from, to] : [to, from];
  const [peerFlag, ownFlag] = isIn ? ["--from", "--to"] : ["--to", "--from"];
  const endpoints = chosen(
    chooseEndpoints(world, own.length === 0 ? undefined : own, node),
    own.length === 0 ? "" : ownFlag,
  );
  const services = chosenServices(port);
  return {
    ways: { endpoints, withoutEndpoint: own.length === 0, direction, traffic },
    packets: {
      peerSide: isIn ? "source" : "destination",
      ...(peers.length > 0 && { peers: chosen(chooseAddresses(world, peers), peerFlag) }),
      services,
    },
  };
}

/** The services that `--port` names; throws `RequestError` where one is none. */
export function chosenServices(texts: readonly string[]): readonly Service[] {
  return chosen(
    chooseEach(texts, (text) => {
      const choice = chooseService(text);
      return choice.ok ? { ok: true, value: [choice.value] } : choice;
    }),
    "--port",
  );
}

/** What a choice stands for; throws `RequestError`, of the option that it is of, where it stands for nothing. */
export function chosen<T>(choice: Choice<T>, flag: string): T {
  if (choice.ok) return choice.value;
  throw new RequestError(flag === "" ? choice.message : `${flag}: ${choice.message}`, choice.help);
}

/** What becomes of the packets asked about on each way; ways that none of them takes are left out. */
export function exposedWays(
  { world, saved }: Pick<Scenario, "world" | "saved">,
  { ways, packets }: ExposureQuestion,
): readonly ReportedWay[] {
  const nodes = [...new Set(ways.endpoints.map(({ node }) => node))];
  const facts = nodes.map((node) => factsOfNode(saved, node));
  const universes = { 4: new Universe(4), 6: new Universe(6) };
  const budget = new SharedBudget();
  return endpointWays(world, facts, ways).flatMap((way): ReportedWay[] => {
    const result = exposureOf(world, way, packets, { universe: universes[way.family], budget });
    return isAbout(result) ? [{ way, result }] : [];
  });
}

function isAbout(result: Exact<ExposedWay | undefined>): result is Exact<ExposedWay> {
  return !result.exact || result.value !== undefined;
}
