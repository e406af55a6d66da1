import { describe, test } from "vitest";
import { checkCodes, resource } from "../read.ts";

/**
 * FelixConfiguration of Calico v3.32: its API reference (docs, reference/resources/felixconfig), the validation tags and
 * the resource definition of FelixConfigurationSpec (api/pkg/apis/projectcalico/v3), and the validators of its parts
 * (libcalico-go/lib/validator/v3).
 */
type Row = readonly [field: string, good: readonly unknown[], bad: readonly unknown[], code: string];

const range = (min: number, max: number) => ({ min, max });
const interfaces = ["eth0", "eth0.100", "*", "", "a".repeat(15)];
const notInterfaces = ["eth 0", "eth0:1", "eth+", "a".repeat(16)];
const expressions = ["", "^eth.*", "(?i)eth", "(?P<a>x)", "[[:alpha:]]+", "(?:a|b)$", "\\d+", "\\Q(\\E"];
const notExpressions = ["(", "[a", "*a", "a**", "(?=a)", "(?<!a)b", "(a)\\1", "x{2,1}"];

const ROWS: readonly Row[] = [
  ["iptablesBackend", ["Auto", "Legacy", "NFT"], ["auto", "nft", "Bad", ""], "field.enum"],
  ["deviceRouteSourceAddressIPv6", ["fd00::1", ""], ["10.0.0.1", "fd00::/64", "x"], "address.syntax"],
  ["routeTableRange", [range(1, 250), range(7, 7)], [range(0, 250), range(1, 251), range(20, 10)], "field.range"],
  [
    "routeTableRanges",
    [[], [range(1, 250)], [range(1, 65535)], [range(1, 2), range(2, 3)], [range(4294967295, 4294967295)]],
    [[range(0, 5)], [range(1, 65536)], [range(1, 40000), range(50000, 90000)], [range(4294967295, 4294967296)]],
    "field.range",
  ],
  ["routeTableRanges", [[range(5, 5)]], [[range(1, 2), range(9, 8)]], "field.range"],
  [
    "healthTimeoutOverrides",
    [[], [{ name: "Int Dataplane-1_a", timeout: "1.5s" }], [{ name: "a" }], [{ name: "a", timeout: "0s" }]],
    [[{ name: "a", timeout: "-1s" }]],
    "field.range",
  ],
  ["healthTimeoutOverrides", [], [[{ name: "", timeout: "1s" }], [{ name: "a.b", timeout: "1s" }]], "name.invalid"],
  ...[
    "ipv4NormalRoutePriority",
    "ipv4ElevatedRoutePriority",
    "ipv6NormalRoutePriority",
    "ipv6ElevatedRoutePriority",
  ].map((field): Row => [field, [1, 512, 2147483646], [0, -1, 2147483647], "field.range"]),
  ["bpfMaglevMaxServices", [1, 3000], [0, 3001], "field.range"],
  ["bpfMaglevMaxEndpointsPerService", [1, 3000], [0, 3001], "field.range"],
  ["bpfMapSizeConntrackCleanupQueue", [1], [0], "field.range"],
  ["debugPort", [0, 65535], [-1, 65536], "field.range"],
  ["wireguardListeningPortV6", [1, 65535], [0, 65536], "field.range"],
  ["wireguardRoutingRulePriority", [1, 32765], [0, 32766], "field.range"],
  ["goGCThreshold", [-1, 40], [-2], "field.range"],
  ["bpfExtToServiceConnmark", [0, 4294967295], [-1, 4294967296], "field.range"],
  ["logActionRateLimitBurst", [0, 9999], [-1, 10000], "field.range"],
  ["logActionRateLimit", ["1/second", "9999/day", "100/hour"], ["0/second", "10000/day", "1/week", "x"], "field.value"],
  ["logPrefix", ["calico-packet", "%t %k: a/b_c"], ["calico.packet", "a\nb", "é"], "field.value"],
  ["featureDetectOverride", ["", "A=true,B=false,C=", "A=true,"], ["A", "A=yes", "A=true, B=false"], "field.value"],
  ["featureGates", ["", "A=enabled,B=false"], ["A", "A=", "=a"], "field.value"],
  ["chainInsertMode", ["Insert", "append", "APPEND", ""], ["prepend"], "field.enum"],
  ["routeSource", ["WorkloadIPs", "calicoipam"], ["BGP"], "field.enum"],
  ["bpfMapSizeConntrackScaling", ["Disabled", "doubleIfFull"], ["Double"], "field.enum"],
  ["bpfEnforceRPF", ["Strict", "loose"], ["Off"], "field.enum"],
  ["wireguardInterfaceName", interfaces, notInterfaces, "interface.invalid"],
  ["wireguardInterfaceNameV6", interfaces, notInterfaces, "interface.invalid"],
  [
    "bpfForceTrackPacketsFromIfaces",
    [["docker+", "eth0:1"], []],
    [["a b"], [""], ["a".repeat(16)]],
    "interface.invalid",
  ],
  ["bpfLogFilters", [{ all: "tcp", eth0: "" }], [{ "eth 0": "tcp" }, { "*": "tcp" }], "interface.invalid"],
  ["bpfDSROptoutCIDRs", [["10.0.0.0/8", "10.0.0.1/8", "fd00::1"]], [["x"], ["10.0.0.0/33"]], "net.syntax"],
  ["bpfExcludeCIDRsFromNAT", [["10.0.0.1"], []], [["10.0.0"]], "net.syntax"],
  ...[
    "logDebugFilenameRegex",
    "bpfDataIfacePattern",
    "bpfL3IfacePattern",
    "bpfDisableGROForIfaces",
    "mtuIfacePattern",
  ].map((field): Row => [field, expressions, notExpressions, "field.value"]),
  ["bpfConntrackMode", ["Auto", "Userspace", "BPFProgram"], ["auto"], "field.enum"],
  ["bpfConntrackTimeouts", [{ udpTimeout: "60s", tcpFinsSeen: "Auto" }], [{ udpTimeout: "1 s" }], "field.duration"],
  ["natOutgoingExclusions", ["IPPoolsOnly", "IPPoolsAndHostIPs"], ["All"], "field.enum"],
  ["programClusterRoutes", ["Enabled"], ["true"], "field.enum"],
  ["flowLogsLocalReporter", ["Enabled", "Disabled"], ["On"], "field.enum"],
  ["flowLogsPolicyEvaluationMode", ["None", "Continuous"], ["Off"], "field.enum"],
  ["istioAmbientMode", ["Enabled"], ["On"], "field.enum"],
  ["istioDSCPMark", [23, "EF"], [true, [23]], "field.type"],
  ["bpfJITHardening", ["Auto", "Strict"], ["Off"], "field.enum"],
  [
    "routeRefreshInterval",
    ["90s", "500ms", "1h30m", "0s", "900ms"],
    ["1.5s", "1500ms", "100us", "-1s"],
    "field.duration",
  ],
  ["liveMigrationRouteConvergenceTime", ["30s", "1.5s"], ["x"], "field.duration"],
  ["dataplaneWatchdogTimeout", ["1.5s"], ["x"], "field.duration"],
  ["nftablesRefreshInterval", ["1.5s"], ["x"], "field.duration"],
];

describe.each(ROWS)("FelixConfiguration of v3.32: %s", (field, good, bad, code) => {
  const check = (value: unknown, expected: readonly string[]) =>
    checkCodes(resource("FelixConfiguration", { [field]: value }), expected, "v3.32");
  test.each(good.map((value) => ({ value })))("takes %j", ({ value }) => check(value, []));
  test.each(bad.map((value) => ({ value })))("refuses %j", ({ value }) => check(value, [code]));
});

describe("FelixConfiguration", () => {
  test("either one range of route tables or several", () =>
    checkCodes(
      resource("FelixConfiguration", { routeTableRange: range(1, 250), routeTableRanges: [] }),
      ["field.value"],
      "v3.32",
    ));
  test("of v3.7 takes what v3.32 asks for", () => {
    const check = (spec: object, expected: readonly string[]) =>
      checkCodes(resource("FelixConfiguration", spec), expected);
    check({ iptablesBackend: "NFT", chainInsertMode: "x", logPrefix: "a.b", routeRefreshInterval: "1.5s" }, []);
    check({ iptablesBackend: "" }, []);
    check({ iptablesBackend: "Auto" }, ["field.enum"]);
    check({ routeTableRange: range(1, 250) }, ["field.unknown"]);
  });
});
