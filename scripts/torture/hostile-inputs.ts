import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { loadConfig } from "../../src/datastore/config.ts";
import { allKinds } from "../../src/model/kinds/kinds.ts";
import { recordedLines } from "../../test/conformance/corpus.ts";
import { type HostileRun, hostileRun } from "./hostile-run.ts";
import { type Mutator, mutator } from "./mutate.ts";
import type { TortureOptions, TorturePart, TortureReport } from "./part.ts";

/** Inputs of one round. */
const A_ROUND = 100;
const EXAMPLES = join(import.meta.dirname, "..", "..", "examples", "worked-example");
const example = (name: string): string => readFileSync(join(EXAMPLES, name), "utf8");

const TEXTS = ["policy", "host-endpoint", "allow-nodeport", "pod"].map((name) => example(`${name}.yaml`));
const FLOW_TEXTS = ["flows", "pod-flows"].map((name) => example(`${name}.yaml`));
const PACKET = {
  from: { interface: "eth0" },
  protocol: "TCP",
  srcIP: "198.51.100.7",
  dstIP: "10.240.0.5",
  srcPort: 40000,
  dstPort: 8443,
};
const CSV =
  'from,protocol,srcIP,srcPort,dstIP,dstPort,icmpType,tcpFlags,name,conntrack\ninterface:eth0,TCP,198.51.100.7,40000,10.240.0.5,8443,,SYN,"a,b",new\nprocess,1,10.240.0.5,,1.1.1.1,,8,,,\nworkload:w,udp,fe80::1,1,::2,2,,,,established\n';
const NAT =
  '*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-SERVICES - [0:0]\n-A PREROUTING -m comment --comment "kubernetes" -j KUBE-SERVICES\n-A KUBE-SERVICES -d 10.96.0.1/32 -p tcp -m tcp --dport 443 -j DNAT --to-destination 10.0.0.1:6443\n-A KUBE-SERVICES ! -s 10.0.0.0/8 -p udp -m multiport --dports 53,100:200 -m statistic --mode random --probability 0.5 -j KUBE-SEP\nCOMMIT\n';
const FACTS = [
  {
    option: "--addresses",
    value: [
      {
        ifname: "eth0",
        addr_info: [
          { family: "inet", local: "10.0.0.1", prefixlen: 24 },
          { family: "inet6", local: "fe80::1", prefixlen: 64 },
        ],
      },
    ],
  },
  {
    option: "--routes",
    value: [
      { dst: "default", gateway: "10.0.0.254", dev: "eth0" },
      { type: "blackhole", dst: "10.1.0.0/16", nexthops: [{ gateway: "10.0.0.3", dev: "eth1", weight: 1 }] },
    ],
  },
] as const;
const TEMPLATES = [
  "{{range .}}{{range .Items}}{{.ObjectMeta.Name}},{{.Spec.Node}},{{end}}{{end}}",
  '{{define "T"}}{{.}}{{end}}{{template "T" .}}',
  '{{with $x := index . 0}}{{printf "%v %q %05d %x %T %s" $x 1 2 "a" . .}}{{end}}',
  '{{if and (eq 1 1) (lt 1 2)}}{{len .}}{{else}}c{{end}}{{html "<a>"}}{{js "\'"}}{{urlquery "a b"}}{{slice "abc" 1 2}}',
];
const SELECTORS = [
  "a == 'b' && has(c) || !(d in {'x','y'})",
  "a not in {'1'} && b starts with \"x\" || d contains 'z'",
  "!has(a/b.c-d)",
];
const CONFIG =
  "apiVersion: projectcalico.org/v3\nkind: CalicoAPIConfig\nmetadata:\nspec:\n  datastoreType: etcdv3\n  etcdEndpoints: https://10.0.0.1:2379,http://[::1]:1\n  etcdUsername: u\n  etcdPassword: secretsecret\n  etcdCACertFile: /x\n";
const PATCHES = [
  '[{"op":"add","path":"/spec/a~1b","value":{}},{"op":"copy","from":"/metadata","path":"/spec/__proto__"},{"op":"test","path":"","value":1},{"op":"move","from":"/spec","path":"/x/-"}]',
  '{"metadata":{"labels":{"a":"b"}},"spec":{"expectedIPs":["10.0.0.1"],"ports":[{"name":"p","port":1,"protocol":"TCP"}]}}',
];
const GOOD = ["policy", "host-endpoint", "allow-nodeport"].flatMap((name) => ["-f", join(EXAMPLES, `${name}.yaml`)]);
const SIMULATE = ["simulate", "--offline", "--node", "node1"];
const ONE = ["tcp", "1.1.1.1", "10.240.0.5:80"];

/** Mutated inputs through every reader of the tool, in this process; a round is 100 of them. */
export const hostileInputs: TorturePart = { name: "hostile-inputs", run: mutatedInputs };

async function mutatedInputs({ rounds, random, folder }: TortureOptions): Promise<TortureReport> {
  const recorded = recordedLines<{ readonly manifest: unknown }>("validate.jsonl").map(({ manifest }) => manifest);
  const manifests = recorded.filter((manifest) => typeof manifest === "object" && manifest !== null);
  const run = hostileRun();
  const env = { DATASTORE_TYPE: "embedded", EMBEDDED_PATH: join(folder, "store.db") };
  await run.command(["apply", "-f", join(EXAMPLES, "host-endpoint.yaml")], "", env);
  const mutate = mutator(random);
  const readers = readersOf(run, mutate, manifests, env, folder);
  for (let round = 0; round < rounds; round++)
    for (let input = 0; input < A_ROUND; input++) await mutate.pick(readers)();
  return { figures: `${run.inputs()} inputs, slowest ${run.slowestMs()} ms of processor time`, broken: run.faults() };
}

type Reader = () => Promise<void>;

function readersOf(
  run: HostileRun,
  { random, pick, text, value }: Mutator,
  manifests: readonly unknown[],
  env: Readonly<Record<string, string>>,
  folder: string,
): readonly Reader[] {
  const format = (): string => pick(["text", "json", "sarif", "junit", "github"]);
  const version = (): string => pick(["v3.7", "v3.32"]);
  const written = (object: unknown): string =>
    (random() < 0.4
      ? JSON.stringify(object)
      : stringify(object, { defaultStringType: pick(["PLAIN", "QUOTE_DOUBLE"]) })) ?? "";
  const manifest = (): string => {
    if (random() < 0.5) return text(random() < 0.5 ? pick(TEXTS) : written(pick(manifests)));
    return [...Array(1 + Math.floor(random() * 2))]
      .map(() => written(value(pick(manifests), pick([0.003, 0.02, 0.1]))))
      .join("\n---\n");
  };
  const kind = (): string => pick(allKinds()).plural;
  return [
    () => run.command(["validate", "-f", "-", "-o", format(), "--calico-version", version()], manifest()),
    () =>
      run.command(
        ["convert", "-f", "-", "-o", pick(["yaml", "json"]), ...pick([[], ["--ignore-validation"]])],
        manifest(),
      ),
    () =>
      run.command([...SIMULATE, "-f", "-", "--in", "eth0", ...ONE, "-o", pick(["table", "json", "yaml"])], manifest()),
    () =>
      run.command(
        ["apply", "-f", "-", "--dry-run", pick(["client", "server"]), "-o", pick(["name", "json"])],
        manifest(),
        env,
      ),
    () => run.command(["diff", "-f", "-"], manifest(), env),
    () =>
      run.command(
        ["test", "-f", "-", "--offline", join(EXAMPLES, "flows.yaml"), "-o", pick(["junit", "tap", "json", "table"])],
        manifest(),
      ),
    () =>
      run.command(
        [...SIMULATE, ...GOOD, "--flows", "-", "-o", pick(["table", "json", "yaml"])],
        random() < 0.6 ? text(pick(FLOW_TEXTS)) : written(value(parse(pick(FLOW_TEXTS)), 0.08)),
      ),
    () =>
      run.command(["test", ...GOOD, "--offline", "-", "-o", pick(["junit", "tap", "table"])], text(pick(FLOW_TEXTS))),
    () => run.command([...SIMULATE, ...GOOD, "--flows", "-", "--flows-format", "csv"], text(CSV)),
    () =>
      run.command(
        [...SIMULATE, ...GOOD, "--flows", "-", "--flows-format", "ndjson"],
        `${JSON.stringify(value(PACKET, 0.2))}\n${text(JSON.stringify(PACKET))}\n`,
      ),
    () => run.command([...SIMULATE, ...GOOD, "--in", "eth0", "--nat", "-", ...ONE], text(NAT)),
    () => {
      const { option, value: saved } = pick(FACTS);
      return run.command(
        [...SIMULATE, ...GOOD, "--in", "eth0", option, "-", ...ONE],
        random() < 0.5 ? text(JSON.stringify(saved)) : (JSON.stringify(value(saved, 0.1)) ?? ""),
      );
    },
    () => run.command(["get", "hep", "-o", `go-template=${text(pick(TEMPLATES))}`], "", env),
    () => run.command(["get", kind(), "-l", text(pick(SELECTORS))], "", env),
    () => run.command(["explain", text(pick(["hep.spec.ports", "gnp.spec.ingress.action"]))], "", env),
    () =>
      run.command(
        [
          "patch",
          "hep",
          "node1-eth0",
          "-t",
          pick(["strategic", "merge", "json"]),
          "-p",
          text(pick(PATCHES)),
          "--dry-run",
          "server",
        ],
        "",
        env,
      ),
    () => run.command(["label", "hep", "--all", text("a=b"), "--dry-run", "server"], "", env),
    () => run.command(["validate", "-f", named(folder, text("policy.yaml"), random)], ""),
    () =>
      run.call("configuration", CONFIG, () =>
        hasNoPassword(random() < 0.7 ? text(CONFIG) : written(value(parse(CONFIG), 0.1))),
      ),
  ];
}

/** A file of that name, as far as a file can have it. */
function named(folder: string, name: string, random: () => number): string {
  const path = join(folder, name.replaceAll(/[\0/]/g, "_").slice(0, 60).replace(/^\.*$/, "x"));
  writeFileSync(path, random() < 0.5 ? "x: [" : "kind: x\n");
  return path;
}

async function hasNoPassword(text: string): Promise<void> {
  const loaded = await loadConfig({
    env: {},
    configPath: "/c",
    readFile: () => text,
    parse: async (yaml) => parse(yaml, { logLevel: "error" }),
  });
  if (!loaded.ok && JSON.stringify(loaded.diagnostics).includes("secretsecret"))
    throw new Error("a message has the password");
}
