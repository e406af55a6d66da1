/** Resources that a row of habits finds stored. */
export type SetUp = keyof typeof SET_UPS;

const API = "apiVersion: projectcalico.org/v3";

const hostEndpoint = (name: string, node: string, address: string, labels: string): string =>
  `---\n${API}\nkind: HostEndpoint\nmetadata: {name: ${name}, labels: ${labels}}\nspec: {node: ${node}, interfaceName: eth0, expectedIPs: [${address}]}\n`;

/** Two host endpoints, `h1` (role web) and `h2` (role db). */
export const HOST_ENDPOINTS =
  hostEndpoint("h1", "n1", "10.0.0.1", "{role: web, zone: a}") + hostEndpoint("h2", "n2", "10.0.0.2", "{role: db}");

/** A policy of all nodes, `allow-web`, which lets TCP 80 in to role web. */
export const ALLOW_WEB = `---
${API}
kind: GlobalNetworkPolicy
metadata: {name: allow-web}
spec:
  order: 10
  selector: role == 'web'
  types: [Ingress]
  ingress: [{action: Allow, protocol: TCP, destination: {ports: [80]}}]
`;

/** A policy of the namespace shop, `shop-db`. */
const SHOP_DB = `---
${API}
kind: NetworkPolicy
metadata: {name: shop-db, namespace: shop}
spec: {selector: role == 'db', types: [Ingress], ingress: [{action: Allow}]}
`;

/** A host endpoint with an annotation, `a1`. */
const ANNOTATED = `---
${API}
kind: HostEndpoint
metadata: {name: a1, annotations: {owner: a}}
spec: {node: n1, interfaceName: eth9}
`;

/** What is stored, by the name that rows use, in the order in which it is created. */
export const SET_UPS = {
  nothing: [],
  hosts: [HOST_ENDPOINTS],
  annotated: [ANNOTATED],
  policies: [HOST_ENDPOINTS, ALLOW_WEB, SHOP_DB],
} as const satisfies Readonly<Record<string, readonly string[]>>;
