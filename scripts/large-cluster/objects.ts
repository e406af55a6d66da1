import type { JsonObject } from "../../src/model/json.ts";
import { random } from "../bench-world.ts";
import { managedFields, run, uid } from "./metadata.ts";

/** How many of each kind the cluster has. */
export interface ClusterSize {
  readonly nodes: number;
  readonly pods: number;
  readonly policies: number;
  /** Each with one EndpointSlice. */
  readonly services: number;
}

/** The cluster of the bench. */
export const LARGE: ClusterSize = { nodes: 500, pods: 5000, policies: 1000, services: 500 };

const NAMESPACES = 100;
const APPS = 50;

const namespaceOf = (index: number): string => `team-${index % NAMESPACES}`;
const appOf = (index: number): string => `app-${Math.floor(index / NAMESPACES) % APPS}`;
const podIP = (index: number): string => `10.244.${(index >>> 8) & 255}.${index & 255}`;
const nodeIP = (index: number): string => `10.0.${(index >>> 8) & 255}.${index & 255}`;
const nodeOf = (index: number, { nodes }: ClusterSize): number => (index * 7) % nodes;

/** The objects of a cluster, as the API returns them: with status, managedFields and what tools leave in annotations. */
export function clusterObjects(size: ClusterSize): readonly JsonObject[] {
  const count = (length: number, make: (index: number) => JsonObject) =>
    Array.from({ length }, (_, index) => make(index));
  return [
    ...count(size.nodes, node),
    ...count(NAMESPACES, namespace),
    ...count(NAMESPACES, serviceAccount),
    ...count(size.pods, (index) => pod(index, size)),
    ...count(Math.floor(size.policies * 0.6), networkPolicy),
    ...count(Math.ceil(size.policies * 0.4), calicoPolicy),
    ...count(size.services, service),
    ...count(size.services, (index) => endpointSlice(index, size)),
  ];
}

interface Named {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
}

function made({ apiVersion, kind, name, namespace, labels, annotations }: Named, rest: JsonObject): JsonObject {
  const metadata = {
    ...(annotations && { annotations }),
    creationTimestamp: "2026-05-11T08:22:13Z",
    ...(labels && { labels }),
    managedFields: managedFields(kind, rest, Object.keys(labels ?? {})),
    name,
    ...(namespace !== undefined && { namespace }),
    resourceVersion: String(run(`${kind}${namespace}${name}`)(90_000_000) + 1000),
    uid: uid(`${kind}/${namespace}/${name}`),
  };
  return { apiVersion, kind, metadata, ...rest };
}

function node(index: number): JsonObject {
  const name = `node-${index}`;
  const condition = (type: string, status: string, reason: string, message: string) => ({
    ...{ lastHeartbeatTime: "2026-11-28T17:00:11Z", lastTransitionTime: "2026-05-11T08:22:42Z" },
    ...{ message, reason, status, type },
  });
  return made(
    {
      ...{ apiVersion: "v1", kind: "Node", name },
      labels: {
        "beta.kubernetes.io/arch": "amd64",
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "node-role.kubernetes.io/worker": "",
        "topology.kubernetes.io/zone": `zone-${index % 3}`,
      },
      annotations: {
        "node.alpha.kubernetes.io/ttl": "0",
        "projectcalico.org/IPv4Address": `${nodeIP(index)}/16`,
        "projectcalico.org/IPv4VXLANTunnelAddr": podIP(20_000 + index),
        "volumes.kubernetes.io/controller-managed-attach-detach": "true",
      },
    },
    {
      spec: { podCIDR: `10.244.${index & 255}.0/24`, podCIDRs: [`10.244.${index & 255}.0/24`] },
      status: {
        addresses: [
          { address: nodeIP(index), type: "InternalIP" },
          { address: name, type: "Hostname" },
        ],
        allocatable: { cpu: "15800m", "ephemeral-storage": "95551679124", memory: "63813244Ki", pods: "110" },
        capacity: { cpu: "16", "ephemeral-storage": "103880232Ki", memory: "65910396Ki", pods: "110" },
        conditions: [
          condition("NetworkUnavailable", "False", "CalicoIsUp", "Calico is running on this node"),
          condition("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
          condition("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
          condition("Ready", "True", "KubeletReady", "kubelet is posting ready status. AppArmor enabled"),
        ],
        daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
        images: Array.from({ length: 5 }, (_, image) => ({
          names: [`registry.example/team/image-${image}@sha256:${uid(`${image}`).replaceAll("-", "").repeat(2)}`],
          sizeBytes: 12_345_678 + image,
        })),
        nodeInfo: {
          ...{ architecture: "amd64", bootID: uid(`boot${name}`), containerRuntimeVersion: "containerd://2.1.4" },
          ...{ kernelVersion: "6.8.0-45-generic", kubeProxyVersion: "", kubeletVersion: "v1.34.2" },
          ...{ operatingSystem: "linux", osImage: "Ubuntu 24.04.3 LTS" },
        },
      },
    },
  );
}

function namespace(index: number): JsonObject {
  const name = namespaceOf(index);
  const labels = { "kubernetes.io/metadata.name": name, stage: index % 3 === 0 ? "prod" : "test" };
  return made(
    { apiVersion: "v1", kind: "Namespace", name, labels },
    { spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" } },
  );
}

function serviceAccount(index: number): JsonObject {
  return made({ apiVersion: "v1", kind: "ServiceAccount", name: "default", namespace: namespaceOf(index) }, {});
}

function pod(index: number, size: ClusterSize): JsonObject {
  const app = appOf(index);
  const hash = uid(`hash${app}`).slice(0, 10).replace("-", "x");
  const name = `${app}-${hash}-${uid(`pod${index}`).slice(0, 5)}`;
  const host = nodeOf(index, size);
  const time = "2026-11-20T06:31:08Z";
  const ready = (type: string) => ({ lastProbeTime: null, lastTransitionTime: time, status: "True", type });
  const resources = { limits: { cpu: "500m", memory: "512Mi" }, requests: { cpu: "100m", memory: "128Mi" } };
  return made(
    {
      ...{ apiVersion: "v1", kind: "Pod", name, namespace: namespaceOf(index) },
      labels: {
        app,
        "app.kubernetes.io/version": "1.20",
        "pod-template-hash": hash,
        tier: index % 4 === 0 ? "back" : "front",
      },
      annotations: {
        "cni.projectcalico.org/containerID": uid(name).replaceAll("-", "").repeat(2),
        "cni.projectcalico.org/podIP": `${podIP(index)}/32`,
        "cni.projectcalico.org/podIPs": `${podIP(index)}/32`,
        "prometheus.io/scrape": "true",
      },
    },
    {
      spec: {
        containers: [
          {
            env: [
              { name: "PORT", value: "8080" },
              { name: "POD_IP", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "status.podIP" } } },
            ],
            image: `registry.example/team/${app}:1.20.${index % 10}`,
            imagePullPolicy: "IfNotPresent",
            livenessProbe: {
              failureThreshold: 3,
              httpGet: { path: "/healthz", port: "http", scheme: "HTTP" },
              periodSeconds: 10,
            },
            name: "main",
            ports: [{ containerPort: 8080, name: "http", protocol: "TCP" }],
            resources,
            securityContext: { capabilities: { drop: ["ALL"] }, runAsNonRoot: true },
            terminationMessagePath: "/dev/termination-log",
            volumeMounts: [
              { mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", name: "kube-api-access-x", readOnly: true },
            ],
          },
        ],
        ...{
          dnsPolicy: "ClusterFirst",
          enableServiceLinks: true,
          nodeName: `node-${host}`,
          preemptionPolicy: "PreemptLowerPriority",
        },
        ...{ priority: 0, restartPolicy: "Always", schedulerName: "default-scheduler", securityContext: {} },
        ...{ serviceAccount: "default", serviceAccountName: "default", terminationGracePeriodSeconds: 30 },
        tolerations: [
          { effect: "NoExecute", key: "node.kubernetes.io/not-ready", operator: "Exists", tolerationSeconds: 300 },
        ],
        volumes: [
          {
            name: "kube-api-access-x",
            projected: {
              defaultMode: 420,
              sources: [{ serviceAccountToken: { expirationSeconds: 3607, path: "token" } }],
            },
          },
        ],
      },
      status: {
        conditions: [ready("Initialized"), ready("Ready"), ready("ContainersReady"), ready("PodScheduled")],
        containerStatuses: [
          {
            containerID: `containerd://${uid(name).replaceAll("-", "").repeat(2)}`,
            image: `registry.example/team/${app}:1.20.${index % 10}`,
            lastState: {},
            name: "main",
            ready: true,
            restartCount: index % 3,
            started: true,
            state: { running: { startedAt: time } },
          },
        ],
        ...{ hostIP: nodeIP(host), hostIPs: [{ ip: nodeIP(host) }], phase: "Running", podIP: podIP(index) },
        ...{ podIPs: [{ ip: podIP(index) }], qosClass: "Burstable", startTime: time },
      },
    },
  );
}

function networkPolicy(index: number): JsonObject {
  const next = random(index + 1);
  const block = 16 + next(16);
  const spec = {
    egress: [{ to: [{ ipBlock: { cidr: `172.${block}.0.0/16`, except: [`172.${block}.9.0/24`] } }] }],
    ingress: [
      {
        from: [
          { namespaceSelector: { matchLabels: { stage: "prod" } }, podSelector: { matchLabels: { tier: "front" } } },
          { podSelector: {} },
        ],
        ports: [
          { port: "http", protocol: "TCP" },
          { endPort: 9100, port: 9090, protocol: "TCP" },
        ],
      },
    ],
    podSelector: { matchLabels: { app: appOf(next(5000)) } },
    policyTypes: ["Ingress", "Egress"],
  };
  const applied = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { annotations: {}, name: `np-${index}` },
    spec,
  };
  return made(
    {
      ...{
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        name: `np-${index}`,
        namespace: namespaceOf(index),
      },
      annotations: { "kubectl.kubernetes.io/last-applied-configuration": `${JSON.stringify(applied)}\n` },
    },
    { spec },
  );
}

function calicoPolicy(index: number): JsonObject {
  const next = random(index + 7);
  return made(
    {
      ...{ apiVersion: "crd.projectcalico.org/v1", kind: "GlobalNetworkPolicy", name: `default.gnp-${index}` },
      annotations: {
        "projectcalico.org/metadata": JSON.stringify({
          labels: { owner: namespaceOf(index) },
          creationTimestamp: "2026-05-11T08:22:13Z",
        }),
      },
    },
    {
      spec: {
        ingress: [
          {
            action: "Allow",
            destination: { ports: [8080, `${2000 + next(1000)}:${3000 + next(500)}`] },
            protocol: "TCP",
            source: { selector: `app == '${appOf(next(5000))}'` },
          },
          { action: "Deny", destination: {}, source: { nets: [`10.${next(200)}.0.0/16`] } },
        ],
        order: index,
        selector: `app == '${appOf(next(5000))}' && tier in { 'front', 'back' }`,
        tier: "default",
        types: ["Ingress"],
      },
    },
  );
}

const clusterIP = (index: number): string => `10.96.${(index >>> 8) & 255}.${index & 255}`;

function service(index: number): JsonObject {
  const app = appOf(index * NAMESPACES);
  const port = {
    name: "http",
    ...(index % 10 === 0 && { nodePort: 30_000 + index }),
    port: 80,
    protocol: "TCP",
    targetPort: "http",
  };
  return made(
    { apiVersion: "v1", kind: "Service", name: `svc-${index}`, namespace: namespaceOf(index), labels: { app } },
    {
      spec: {
        ...{ clusterIP: clusterIP(index), clusterIPs: [clusterIP(index)], internalTrafficPolicy: "Cluster" },
        ...(index % 10 === 0 && { externalTrafficPolicy: "Cluster" }),
        ...{ ipFamilies: ["IPv4"], ipFamilyPolicy: "SingleStack", ports: [port], selector: { app } },
        ...{ sessionAffinity: "None", type: index % 10 === 0 ? "NodePort" : "ClusterIP" },
      },
      status: { loadBalancer: {} },
    },
  );
}

/** Ten pods of the Service's namespace. */
function endpointSlice(index: number, size: ClusterSize): JsonObject {
  const pods = Array.from({ length: 10 }, (_, at) => (index % NAMESPACES) + NAMESPACES * ((index + at) % APPS));
  return made(
    {
      ...{
        apiVersion: "discovery.k8s.io/v1",
        kind: "EndpointSlice",
        name: `svc-${index}-abcde`,
        namespace: namespaceOf(index),
      },
      labels: {
        "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
        "kubernetes.io/service-name": `svc-${index}`,
      },
      annotations: { "endpoints.kubernetes.io/last-change-trigger-time": "2026-11-20T06:31:10Z" },
    },
    {
      addressType: "IPv4",
      endpoints: pods.map((pod) => ({
        addresses: [podIP(pod)],
        conditions: { ready: true, serving: true, terminating: false },
        nodeName: `node-${nodeOf(pod, size)}`,
        targetRef: { kind: "Pod", name: `pod-${pod}`, namespace: namespaceOf(pod), uid: uid(`pod${pod}`) },
        zone: `zone-${nodeOf(pod, size) % 3}`,
      })),
      ports: [{ name: "http", port: 8080, protocol: "TCP" }],
    },
  );
}
