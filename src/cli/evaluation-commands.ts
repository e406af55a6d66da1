import { type Command, InvalidArgumentError } from "commander";
import type { Declare } from "./declare.ts";
import { collect, once } from "./usage.ts";

/** The commands that evaluate policy, by name; each is declared when called. */
export function evaluationCommands({ add, stored, manifests }: Declare): Readonly<Record<string, () => Command>> {
  return {
    simulate: () =>
      simulateOptions(
        manifests(
          stored(add("simulate", "Say what Calico does to a packet, and why", () => import("./commands/simulate.ts"))),
        ),
      ),
    test: () =>
      testOptions(
        manifests(
          stored(add("test", "Check flow files: does every flow end as expected", () => import("./commands/test.ts"))),
        ),
      ),
  };
}

function simulateOptions(command: Command): Command {
  return factsOptions(command)
    .argument("[protocol]", "tcp, udp, icmp, icmpv6, sctp, udplite, or a number")
    .argument("[source]", "source address, with :PORT where it matters; [2001:db8::1]:PORT for IPv6")
    .argument("[destination]", "destination address and port, as the packet carries it on its way in")
    .option("--node <node>", "the node the packet enters", once("--node"))
    .option("--in <interface>", "it comes in through this host interface", once("--in"))
    .option("--from-process", "it is sent by a process of the node")
    .option("--from-workload <name>", "it is sent by this workload of the node", once("--from-workload"))
    .option("--out <interface>", "it leaves through this interface", once("--out"))
    .option("--to-process", "it is for a process of the node")
    .option("--to-workload <name>", "it is for this workload of the node", once("--to-workload"))
    .option(
      "--interface <name=addresses>",
      "addresses of an interface of the node, eth0=10.0.0.1,... (repeatable)",
      collect,
    )
    .option("--dnat <rule>", "a DNAT of the node, tcp:10.0.0.1:31852=192.168.1.10:8080 (repeatable)", collect)
    .option("--from <endpoint>", "with --to: from this endpoint, wherever it is (see below)", once("--from"))
    .option("--to <endpoint>", "with --from: to this endpoint, through every node on the way", once("--to"))
    .option("--icmp <type[/code]>", "ICMP type and code (default: echo request)", once("--icmp"))
    .option(
      "--tcp-flags <flags>",
      "TCP flags of a packet that does not open a connection: ACK, RST, SYN+ACK",
      once("--tcp-flags"),
    )
    .option("--established", "the packet belongs to a connection that is already open")
    .option("--flows <file>", "read flows from a file, or - for standard input", once("--flows"))
    .option(
      "--flows-format <format>",
      "ndjson or csv: a flow a line, evaluated as a stream (told by .ndjson, .jsonl, .csv)",
    )
    .option("--offline", "use the files only, not the datastore")
    .option("--expect <verdict>", "exit with 3 unless the verdict is allow or deny", once("--expect"))
    .option("-o, --output <format>", "table, json or yaml", once("--output"))
    .option("--all-steps", "list every policy that does not apply, however many there are")
    .addHelpText(
      "after",
      `
End to end: simulate --from ENDPOINT --to ENDPOINT PROTOCOL PORT, where ENDPOINT is a host endpoint, a node, a workload
([NAMESPACE/]POD, or its endpoint's name) or an address. --out is then the interface of the first node, --in that of the
next; --node says whose --interface, --dnat and facts without a node are.

Facts: a folder with addr.json (ip -j addr), route.json (ip -j route) and nat.txt (iptables-save -t nat), each optional;
any names with \`addr\`, \`route\`, \`nat\` or \`iptables\` in them do. Or a folder of such folders, called after the nodes.
--interface and --dnat come before what a flow file says, and that before what was saved.

Examples:
  calicoctl simulate --from default/web-1 --to db-1 tcp 5432           through both nodes, and back
  calicoctl simulate --facts saved/ --node node1 tcp 198.51.100.7 10.240.0.5:31852        with the DNATs that node1 has
  calicoctl simulate tcp 198.51.100.7 10.240.0.5:8443                  a packet from outside, to an address of a host endpoint
  calicoctl simulate -f new.yaml --node node1 --in eth0 tcp 198.51.100.7 10.240.0.5:22    what would happen if new.yaml were applied
  calicoctl simulate --node node1 --from-process tcp 10.240.0.5 203.0.113.9:443           out of the node
  calicoctl simulate -f policies/ --offline --flows flows.yaml                            a file of flows, no datastore`,
    );
}

/** Where to read what was saved on nodes. */
function factsOptions(command: Command): Command {
  return command
    .option("--facts <[node=]folder>", "what was saved on a node: addr.json, route.json, nat.txt (repeatable)", collect)
    .option("--addresses <[node=]file>", "output of `ip -j addr` on the node (repeatable)", collect)
    .option("--routes <[node=]file>", "output of `ip -j route` on the node (repeatable)", collect)
    .option("--nat <[node=]file>", "output of `iptables-save -t nat` on the node (repeatable)", collect);
}

function testOptions(command: Command): Command {
  return factsOptions(command)
    .argument("<files...>", "flow files, directories of them (and all below), or - for standard input")
    .option("--node <node>", "the node of flow files that name none", once("--node"))
    .option("--offline", "use the files of -f only, not the datastore")
    .option("-o, --output <format>", "table, junit, tap or json", once("--output"))
    .option("--coverage", "list the rules and the default denies of endpoints that no flow reached")
    .option(
      "--coverage-threshold <percent>",
      "exit with 3 when fewer of them were reached (0 to 100); implies --coverage",
      percentage,
    )
    .addHelpText(
      "after",
      `
A flow states \`expect: allow\` or \`expect: deny\`, or {verdict: deny, policy: NAME, rule: NUMBER} for what decides it;
\`via: NAME\` names a policy that allows it on its way, such as a pre-DNAT one before a pod's own policy decides.
Exit code 3: an expectation is not met, or the coverage is too low; 1: a file cannot be read or a flow not evaluated.

Examples:
  calicoctl test flows/                                           on the policy that the datastore holds
  calicoctl test flows/ -f policies/                              what they would say if policies/ were applied
  calicoctl test flows/ -f policies/ --offline --coverage         on the files alone, as in CI
  calicoctl test flows/ -f policies/ --offline -o junit > report.xml`,
    );
}

function percentage(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 100))
    throw new InvalidArgumentError("It is a number from 0 to 100.");
  return number;
}
