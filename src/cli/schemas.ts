import BGPConfiguration from "../../schemas/BGPConfiguration.schema.json" with { type: "json" };
import BGPFilter from "../../schemas/BGPFilter.schema.json" with { type: "json" };
import BGPPeer from "../../schemas/BGPPeer.schema.json" with { type: "json" };
import ClusterInformation from "../../schemas/ClusterInformation.schema.json" with { type: "json" };
import FelixConfiguration from "../../schemas/FelixConfiguration.schema.json" with { type: "json" };
import GlobalNetworkPolicy from "../../schemas/GlobalNetworkPolicy.schema.json" with { type: "json" };
import GlobalNetworkSet from "../../schemas/GlobalNetworkSet.schema.json" with { type: "json" };
import HostEndpoint from "../../schemas/HostEndpoint.schema.json" with { type: "json" };
import IPPool from "../../schemas/IPPool.schema.json" with { type: "json" };
import IPReservation from "../../schemas/IPReservation.schema.json" with { type: "json" };
import KubeControllersConfiguration from "../../schemas/KubeControllersConfiguration.schema.json" with { type: "json" };
import NetworkPolicy from "../../schemas/NetworkPolicy.schema.json" with { type: "json" };
import NetworkSet from "../../schemas/NetworkSet.schema.json" with { type: "json" };
import Node from "../../schemas/Node.schema.json" with { type: "json" };
import Profile from "../../schemas/Profile.schema.json" with { type: "json" };
import StagedGlobalNetworkPolicy from "../../schemas/StagedGlobalNetworkPolicy.schema.json" with { type: "json" };
import StagedKubernetesNetworkPolicy from "../../schemas/StagedKubernetesNetworkPolicy.schema.json" with {
  type: "json",
};
import StagedNetworkPolicy from "../../schemas/StagedNetworkPolicy.schema.json" with { type: "json" };
import asNumber from "../../schemas/shared/as-number.schema.json" with { type: "json" };
import bgpFilterRuleV4 from "../../schemas/shared/bgp-filter-rule-v4.schema.json" with { type: "json" };
import bgpFilterRuleV6 from "../../schemas/shared/bgp-filter-rule-v6.schema.json" with { type: "json" };
import bgpPassword from "../../schemas/shared/bgp-password.schema.json" with { type: "json" };
import duration from "../../schemas/shared/duration.schema.json" with { type: "json" };
import endpointPort from "../../schemas/shared/endpoint-port.schema.json" with { type: "json" };
import entityRule from "../../schemas/shared/entity-rule.schema.json" with { type: "json" };
import httpMatch from "../../schemas/shared/http-match.schema.json" with { type: "json" };
import icmp from "../../schemas/shared/icmp.schema.json" with { type: "json" };
import kubernetesPeer from "../../schemas/shared/kubernetes-peer.schema.json" with { type: "json" };
import kubernetesPort from "../../schemas/shared/kubernetes-port.schema.json" with { type: "json" };
import labelSelector from "../../schemas/shared/label-selector.schema.json" with { type: "json" };
import metadata from "../../schemas/shared/metadata.schema.json" with { type: "json" };
import port from "../../schemas/shared/port.schema.json" with { type: "json" };
import protoPort from "../../schemas/shared/proto-port.schema.json" with { type: "json" };
import protocol from "../../schemas/shared/protocol.schema.json" with { type: "json" };
import rule from "../../schemas/shared/rule.schema.json" with { type: "json" };
import workloadPort from "../../schemas/shared/workload-port.schema.json" with { type: "json" };
import Tier from "../../schemas/Tier.schema.json" with { type: "json" };
import WorkloadEndpoint from "../../schemas/WorkloadEndpoint.schema.json" with { type: "json" };

/** A JSON Schema, as far as `explain` reads it. */
export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly "x-since"?: string;
}

/** The schema of each kind; bundled with the tool, and loaded only by what explains them. */
export const KIND_SCHEMAS: Readonly<Record<string, Schema>> = {
  BGPConfiguration,
  BGPFilter,
  BGPPeer,
  ClusterInformation,
  FelixConfiguration,
  GlobalNetworkPolicy,
  GlobalNetworkSet,
  HostEndpoint,
  IPPool,
  IPReservation,
  KubeControllersConfiguration,
  NetworkPolicy,
  NetworkSet,
  Node,
  Profile,
  StagedGlobalNetworkPolicy,
  StagedKubernetesNetworkPolicy,
  StagedNetworkPolicy,
  Tier,
  WorkloadEndpoint,
};

/** The parts that schemas refer to, by file name. */
export const SHARED_SCHEMAS: Readonly<Record<string, Schema>> = {
  "as-number.schema.json": asNumber,
  "bgp-filter-rule-v4.schema.json": bgpFilterRuleV4,
  "bgp-filter-rule-v6.schema.json": bgpFilterRuleV6,
  "bgp-password.schema.json": bgpPassword,
  "duration.schema.json": duration,
  "endpoint-port.schema.json": endpointPort,
  "entity-rule.schema.json": entityRule,
  "http-match.schema.json": httpMatch,
  "icmp.schema.json": icmp,
  "kubernetes-peer.schema.json": kubernetesPeer,
  "kubernetes-port.schema.json": kubernetesPort,
  "label-selector.schema.json": labelSelector,
  "metadata.schema.json": metadata,
  "port.schema.json": port,
  "proto-port.schema.json": protoPort,
  "protocol.schema.json": protocol,
  "rule.schema.json": rule,
  "workload-port.schema.json": workloadPort,
};
