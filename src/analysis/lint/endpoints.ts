import { endpointName } from "../../policy/names.ts";
import { isWorkloadInterface, nodeView } from "../../policy/path/node-view.ts";
import type { CompiledEndpoint } from "../../policy/world/compiled.ts";
import { endpointsOf, findingAt, type LintFinding, type LintScope } from "./finding.ts";

/** Endpoints that name a profile that does not exist, which denies everything. */
export function missingProfiles({ world, isWhole }: LintScope): readonly LintFinding[] {
  const isKnown = isWhole || world.profiles.size > 0;
  return endpointsOf(world).flatMap((endpoint) =>
    endpoint.profiles.flatMap((profile, index): LintFinding[] =>
      world.profiles.has(profile)
        ? []
        : [
            findingAt(endpoint.located, ["spec", "profiles", index], {
              severity: isKnown ? "warning" : "info",
              code: "lint.missing-profile",
              message: `${endpointName(endpoint)} names profile ${profile}, which ${isKnown ? "does not exist" : "the input does not have"}: without it it denies everything that comes to profiles`,
              help: `create profile ${profile}, or take it out of the endpoint's profiles`,
              endpoints: [endpointName(endpoint)],
            }),
          ],
    ),
  );
}

/**
 * Host endpoints whose policies no packet meets, whatever the addresses of their node (selectors in rules still find them):
 * another one governs their interface, as it comes first by name, or they name a workload interface.
 */
export function idleHostEndpoints({ world }: LintScope): readonly LintFinding[] {
  return [...world.hostEndpoints].flatMap(([node, endpoints]) => {
    const view = nodeView(world, { node });
    return endpoints.flatMap((endpoint, index): LintFinding[] => {
      const { interfaceName } = endpoint;
      if (interfaceName !== "*" && interfaceName !== "" && isWorkloadInterface(view, interfaceName)) {
        return [
          idle(endpoint, {
            message: `${endpointName(endpoint)} governs nothing: \`${interfaceName}\` is a workload interface: its name begins with an entry of \`interfacePrefix\``,
            help: "select the workload's own endpoint in policy; a host endpoint is for an interface of the host",
          }),
        ];
      }
      const first = endpoints.slice(0, index).find((other) => takesAll(other, endpoint));
      if (first === undefined) return [];
      return [
        idle(endpoint, {
          message: `${endpointName(endpoint)} governs nothing: ${first.name} is for the same ${interfaceName === "" ? "addresses" : `interface \`${interfaceName}\``}, comes first by name and governs alone`,
          help: "keep one host endpoint an interface, with the labels and profiles of all",
        }),
      ];
    });
  });
}

function idle(endpoint: CompiledEndpoint, words: { readonly message: string; readonly help: string }): LintFinding {
  return findingAt(endpoint.located, ["metadata", "name"], {
    severity: "warning",
    code: "lint.idle-endpoint",
    ...words,
    endpoints: [endpointName(endpoint)],
  });
}

/**
 * Whether every interface that the second could govern is the first's: they name the same, or the first has all addresses of the
 * second.
 */
function takesAll(first: CompiledEndpoint, second: CompiledEndpoint): boolean {
  if (first.interfaceName !== second.interfaceName) return false;
  if (second.interfaceName !== "") return true;
  const addresses = new Set(first.nets.map(({ text }) => text));
  return second.nets.every(({ text }) => addresses.has(text));
}
