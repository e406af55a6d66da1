import { chooseAddresses } from "../../analysis/exposure/choose-addresses.ts";
import { chooseEndpoints } from "../../analysis/exposure/choose-endpoints.ts";
import type { MatrixQuestion } from "../../analysis/exposure/matrix/matrix.ts";
import { addressesEnd, elsewhereEnd, endpointEnd, type MatrixEnd } from "../../analysis/exposure/matrix/matrix-ends.ts";
import type { CompiledEndpoint, Net } from "../../policy/world/compiled.ts";
import { factsOfNode } from "../node-facts.ts";
import type { Scenario } from "../scenario.ts";
import { chosen, chosenServices, type ExposureOptions } from "./exposure-question.ts";

/**
 * Reads the words of a matrix's command line: `--to` names endpoints, `--from` endpoints, network sets and networks; all
 * endpoints and network sets, and everyone else, where there is none. Throws `RequestError` where a word stands for nothing.
 */
export function matrixQuestion(
  { world, saved }: Pick<Scenario, "world" | "saved">,
  { node, from, to, port }: Pick<ExposureOptions, "node" | "from" | "to" | "port">,
): MatrixQuestion {
  const endOf = (endpoint: CompiledEndpoint): MatrixEnd => endpointEnd(endpoint, factsOfNode(saved, endpoint.node));
  const endpoints = chosen(
    chooseEndpoints(world, to.length === 0 ? undefined : to, node),
    to.length === 0 ? "" : "--to",
  );
  const destinations = endpoints.map(endOf);
  const services = chosenServices(port);
  const given =
    from.length === 0 ? undefined : from.map((text) => ({ text, ends: chooseEndpoints(world, [text], undefined) }));
  const all = chooseEndpoints(world, undefined, undefined);
  const own = new Set(
    given === undefined ? (all.ok ? all.value : []) : given.flatMap(({ ends }) => (ends.ok ? ends.value : [])),
  );
  const named =
    given === undefined
      ? world.networkSets.map(({ networkSet = "", nets }) => ({ name: networkSet, nets }))
      : given.flatMap(({ text, ends }) =>
          ends.ok ? [] : [{ name: text, nets: chosen(chooseAddresses(world, [text]), "--from") }],
        );
  const sources = [...own].map(endOf);
  for (const { name, nets } of named) addNamed(sources, name, nets);
  return { sources: given === undefined ? [...sources, elsewhereEnd(sources)] : sources, destinations, services };
}

/** Adds named networks to the ends, which leave them what they do not have. */
function addNamed(ends: MatrixEnd[], name: string, nets: readonly Net[]): void {
  ends.push(addressesEnd(name, nets, ends));
}
