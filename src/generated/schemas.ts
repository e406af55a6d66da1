// Made from schemas/ by scripts/generate.ts; change those and run `npx tsx scripts/generate.ts`.
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
import StagedKubernetesNetworkPolicy from "../../schemas/StagedKubernetesNetworkPolicy.schema.json" with { type: "json" };
import StagedNetworkPolicy from "../../schemas/StagedNetworkPolicy.schema.json" with { type: "json" };
import Tier from "../../schemas/Tier.schema.json" with { type: "json" };
import WorkloadEndpoint from "../../schemas/WorkloadEndpoint.schema.json" with { type: "json" };
import ASNumber from "../../schemas/shared-as-number.schema.json" with { type: "json" };
import BGPFilterCommunities from "../../schemas/shared-bgp-filter-communities.schema.json" with { type: "json" };
import BGPFilterOperation from "../../schemas/shared-bgp-filter-operation.schema.json" with { type: "json" };
import BGPFilterRuleV4 from "../../schemas/shared-bgp-filter-rule-v4.schema.json" with { type: "json" };
import BGPFilterRuleV6 from "../../schemas/shared-bgp-filter-rule-v6.schema.json" with { type: "json" };
import BGPPassword from "../../schemas/shared-bgp-password.schema.json" with { type: "json" };
import DSCP from "../../schemas/shared-dscp.schema.json" with { type: "json" };
import Duration from "../../schemas/shared-duration.schema.json" with { type: "json" };
import EndpointPort from "../../schemas/shared-endpoint-port.schema.json" with { type: "json" };
import EntityRule from "../../schemas/shared-entity-rule.schema.json" with { type: "json" };
import HTTPMatch from "../../schemas/shared-http-match.schema.json" with { type: "json" };
import ICMPFields from "../../schemas/shared-icmp.schema.json" with { type: "json" };
import KubernetesPeer from "../../schemas/shared-kubernetes-peer.schema.json" with { type: "json" };
import KubernetesPort from "../../schemas/shared-kubernetes-port.schema.json" with { type: "json" };
import KubernetesSelector from "../../schemas/shared-label-selector.schema.json" with { type: "json" };
import ObjectMetadata from "../../schemas/shared-metadata.schema.json" with { type: "json" };
import Port from "../../schemas/shared-port.schema.json" with { type: "json" };
import ProtoPort from "../../schemas/shared-proto-port.schema.json" with { type: "json" };
import Protocol from "../../schemas/shared-protocol.schema.json" with { type: "json" };
import Rule from "../../schemas/shared-rule.schema.json" with { type: "json" };
import WorkloadPort from "../../schemas/shared-workload-port.schema.json" with { type: "json" };

/** The schema of each kind. */
export const KINDS = {
  "BGPConfiguration": BGPConfiguration,
  "BGPFilter": BGPFilter,
  "BGPPeer": BGPPeer,
  "ClusterInformation": ClusterInformation,
  "FelixConfiguration": FelixConfiguration,
  "GlobalNetworkPolicy": GlobalNetworkPolicy,
  "GlobalNetworkSet": GlobalNetworkSet,
  "HostEndpoint": HostEndpoint,
  "IPPool": IPPool,
  "IPReservation": IPReservation,
  "KubeControllersConfiguration": KubeControllersConfiguration,
  "NetworkPolicy": NetworkPolicy,
  "NetworkSet": NetworkSet,
  "Node": Node,
  "Profile": Profile,
  "StagedGlobalNetworkPolicy": StagedGlobalNetworkPolicy,
  "StagedKubernetesNetworkPolicy": StagedKubernetesNetworkPolicy,
  "StagedNetworkPolicy": StagedNetworkPolicy,
  "Tier": Tier,
  "WorkloadEndpoint": WorkloadEndpoint,
};

/** The parts that schemas refer to, by file name. */
export const PARTS = {
  "shared-as-number.schema.json": ASNumber,
  "shared-bgp-filter-communities.schema.json": BGPFilterCommunities,
  "shared-bgp-filter-operation.schema.json": BGPFilterOperation,
  "shared-bgp-filter-rule-v4.schema.json": BGPFilterRuleV4,
  "shared-bgp-filter-rule-v6.schema.json": BGPFilterRuleV6,
  "shared-bgp-password.schema.json": BGPPassword,
  "shared-dscp.schema.json": DSCP,
  "shared-duration.schema.json": Duration,
  "shared-endpoint-port.schema.json": EndpointPort,
  "shared-entity-rule.schema.json": EntityRule,
  "shared-http-match.schema.json": HTTPMatch,
  "shared-icmp.schema.json": ICMPFields,
  "shared-kubernetes-peer.schema.json": KubernetesPeer,
  "shared-kubernetes-port.schema.json": KubernetesPort,
  "shared-label-selector.schema.json": KubernetesSelector,
  "shared-metadata.schema.json": ObjectMetadata,
  "shared-port.schema.json": Port,
  "shared-proto-port.schema.json": ProtoPort,
  "shared-protocol.schema.json": Protocol,
  "shared-rule.schema.json": Rule,
  "shared-workload-port.schema.json": WorkloadPort,
};
