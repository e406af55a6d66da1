import { EXCLUSIVE_PEER_FIELDS } from "../../../src/manifest/checks/bgp/peer.ts";
import type { Schema } from "../../schema-files.ts";
import { any, fields, message, NOT_EMPTY, needs, oneOf, refused, TEXT, when } from "./conditions.ts";

const INTERFACE = message("host-endpoint.interface", "a host endpoint needs `interfaceName` or `expectedIPs`");

/** Rules of a host endpoint (src/manifest/checks/endpoints.ts). */
export const HOST_ENDPOINT: Schema[] = [
  when({ not: fields({ expectedIPs: NOT_EMPTY }) }, needs("interfaceName", INTERFACE)),
];

/** Rules of an IP pool (src/manifest/checks/pool.ts). */
const TUNNELS = ["Always", "CrossSubnet"];
const BLOCK = (family: string, from: number, to: number): Schema => ({
  properties: {
    blockSize: when(
      { type: "integer", minimum: 1 },
      { enum: [...Array(to - from + 1).keys()].map((at) => from + at), errorMessage: blockMessage(family, from, to) },
    ),
  },
});
const blockMessage = (family: string, from: number, to: number): string =>
  message("pool.block-size", `the block size of an ${family} pool is ${from} to ${to}`);
const OLD = (now: string): string => message("pool.old-field", `this is an old field: use \`${now}\``);

export const IP_POOL: Schema[] = [
  when(
    fields({ ipipMode: { enum: TUNNELS } }),
    refused("vxlanMode", message("pool.mode", "a pool uses IP-in-IP or VXLAN, not both"), { enum: TUNNELS }),
  ),
  when(
    fields({ cidr: { type: "string", pattern: "^(?!.*:[fF]{4}:).*:" } }),
    refused("ipipMode", message("pool.mode", "IP-in-IP is for IPv4 pools only"), { enum: TUNNELS }),
  ),
  refused("ipip", OLD("ipipMode")),
  refused("nat-outgoing", OLD("natOutgoing"), { const: true }),
  when(fields({ cidr: { type: "string", pattern: "^[0-9.]+/" } }), BLOCK("IPv4", 20, 32)),
  when(fields({ cidr: { type: "string", pattern: "^(?!.*:[fF]{4}:).*:" } }), BLOCK("IPv6", 116, 128)),
];

const SET: Schema = any(TEXT, { type: "integer", minimum: 1 }, { const: true });

export const BGP_PEER: Schema[] = [
  ...EXCLUSIVE_PEER_FIELDS.map(([one, other]) =>
    when(
      fields({ [one]: SET }),
      refused(other, message("bgp.peer", `\`${one}\` and \`${other}\` cannot both be set`), SET),
    ),
  ),
  when(
    fields({ localWorkloadSelector: TEXT }),
    needs("asNumber", message("bgp.peer", "`localWorkloadSelector` needs the workloads' `asNumber`")),
  ),
  when(fields({ reachableBy: TEXT }), needs("peerIP", message("bgp.peer", "`reachableBy` needs a `peerIP`"))),
];

/** An empty `bgp` of a Node is refused. */
export const NODE_BGP: Schema[] = [{ minProperties: 1 }];

const ONLY_DEFAULT = [
  "nodeToNodeMeshEnabled",
  "asNumber",
  "serviceLoadBalancerIPs",
  "serviceExternalIPs",
  "serviceClusterIPs",
  "nodeMeshPassword",
  "nodeMeshMaxRestartTime",
];

/** What only the BGPConfiguration \`default\` may have. */
export const BGP_CONFIGURATION: Schema[] = ONLY_DEFAULT.filter((name) => !name.startsWith("service")).map((name) =>
  when(
    fields({ metadata: fields({ name: { type: "string", not: { const: "default" } } }), spec: { type: "object" } }),
    {
      properties: {
        spec: refused(
          name,
          message("bgp.default-only", `\`${name}\` can be set in the BGPConfiguration \`default\` only`),
          name === "nodeToNodeMeshEnabled"
            ? { type: "boolean" }
            : any({ type: "object" }, { type: "integer", minimum: 1 }, TEXT),
        ),
      },
    },
  ),
);

/** There is one KubeControllersConfiguration. */
export const KUBE_CONTROLLERS: Schema[] = [
  {
    properties: {
      metadata: oneOf(
        "name",
        ["default"],
        message("name.invalid", "there is one KubeControllersConfiguration, named `default`"),
      ),
    },
  },
];

/** A WorkloadEndpoint's port has a name, or a port of its host. */
export const WORKLOAD_PORT: Schema[] = [
  when(
    { not: fields({ hostPort: any({ type: "integer", minimum: 1 }) }) },
    needs("name", message("field.required", "a port needs a `name`")),
  ),
];
