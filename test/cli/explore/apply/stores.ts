import { join } from "node:path";
import { hasEtcd, startEtcd } from "../../../support/etcd.ts";
import { tmpFolder } from "../../../support/tmp.ts";

/** An empty store of a test's own. */
export interface TestStore {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

async function embedded(): Promise<TestStore> {
  const folder = tmpFolder();
  const env = {
    DATASTORE_TYPE: "embedded",
    CALICO_EMBEDDED_PATH: join(folder, "store.db"),
    CALICOCTL_STATE_DIR: join(folder, "state"),
  };
  return { env, stop: async () => undefined };
}

async function etcd(): Promise<TestStore> {
  const server = await startEtcd();
  const env = {
    DATASTORE_TYPE: "etcdv3",
    ETCD_ENDPOINTS: server.endpoint,
    CALICOCTL_STATE_DIR: join(tmpFolder(), "state"),
  };
  return { env, stop: server.stop };
}

/** The kinds of stores on which a page writes, and what starts one of each. */
export const STORES: readonly (readonly [name: string, isHere: boolean, start: () => Promise<TestStore>])[] = [
  ["the embedded store", true, embedded],
  ["etcd", hasEtcd, etcd],
];

/** Failsafe ports off, so that policy alone decides. */
export const FELIX = `apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata: {name: default}
spec: {failsafeInboundHostPorts: [], failsafeOutboundHostPorts: []}
`;

export const HOST = `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: {name: node1-eth0, labels: {role: web}}
spec: {node: node1, interfaceName: eth0, expectedIPs: [10.0.0.1]}
`;

/** A policy that lets in connections to a port from the network of the administrators, and all that the host sends. */
export const policy = (name: string, port: number, order = 10): string => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: ${name}}
spec:
  order: ${order}
  selector: role == 'web'
  types: [Ingress, Egress]
  ingress: [{action: Allow, protocol: TCP, source: {nets: [10.20.0.0/24]}, destination: {ports: [${port}]}}]
  egress: [{action: Allow}]
`;

/** A set of networks, which decides about nothing as long as no rule names it. */
export const networks = (name: string, net: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: ${name}, labels: {set: a}}\nspec: {nets: [${net}]}\n`;
