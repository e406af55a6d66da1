/** Fields that only Calico Enterprise and Calico Cloud have, by the part of the path in which they are (their API reference). */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  spec: [
    "allowedEgressDomains",
    "awsSubnetID",
    "birdGatewayMode",
    "captureDir",
    "dnsExtraTTL",
    "dnsLogsFileEnabled",
    "dnsPolicyMode",
    "dnsTrustedServers",
    "egressGateway",
    "egressIPSupport",
    "extensions",
    "externalNetwork",
    "failureDetectionMode",
    "flowLogsFileEnabled",
    "l7LogsFileEnabled",
    "restartMode",
    "tproxyMode",
    "windowsDnsExtraTTL",
  ],
  source: ["domains"],
  destination: ["domains"],
};

/** Kinds that only they have. */
const KINDS: readonly string[] = [
  "AlertException",
  "AuthenticationReview",
  "BFDConfiguration",
  "DeepPacketInspection",
  "EgressGatewayPolicy",
  "ExternalNetwork",
  "GlobalAlert",
  "GlobalAlertTemplate",
  "GlobalReport",
  "GlobalReportType",
  "GlobalThreatFeed",
  "LicenseKey",
  "ManagedCluster",
  "PacketCapture",
  "PolicyRecommendationScope",
  "RemoteClusterConfiguration",
  "SecurityEventWebhook",
  "UISettings",
  "UISettingsGroup",
];

/** What to say of a field of theirs in that part of a resource (`spec`, `source`, `destination`); `undefined` for others. */
export function enterpriseField(part: string, field: string): string | undefined {
  return FIELDS[part]?.includes(field) === true ? `it is a field of ${PRODUCTS}` : undefined;
}

/** What to say of a kind of theirs; `undefined` for others. */
export function enterpriseKind(kind: string): string | undefined {
  return KINDS.includes(kind) ? `it is a kind of ${PRODUCTS}` : undefined;
}

const PRODUCTS = "Calico Enterprise and Calico Cloud; open-source Calico does not have it";
