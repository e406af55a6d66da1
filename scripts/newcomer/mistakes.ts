import type { Step } from "./steps.ts";

/** A GlobalNetworkPolicy with this spec, in a heredoc that a command reads. */
const policy = (command: string, spec: string) => `${command} -f - <<'EOF'
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: trial }
spec: ${spec}
EOF`;
const endpoint = (spec: string) => policy("calicoctl apply", spec).replace("GlobalNetworkPolicy", "HostEndpoint");
const PACKET = "--node my-host --in eth0 tcp 198.51.100.7 10.0.0.1:8443";

/** What a newcomer does wrong after the page about the guide, with what must be shown; all of it is read by nobody but the terminal. */
export const MISTAKES: readonly Step[] = [
  { line: "calicoctl aply -f examples/guide", code: 2, shows: "did you mean `apply`?" },
  { line: "calicoctl val -f examples/guide", code: 2, shows: "did you mean `validate`?" },
  { line: "calicoctl get hostendpiont", code: 2, shows: "did you mean `hostendpoint`?" },
  { line: "calicoctl get hep my-hots-eth0", code: 1, shows: "did you mean `my-host-eth0`?" },
  { line: "calicoctl describe hep my-host-eht0", code: 1, shows: "did you mean `my-host-eth0`?" },
  { line: "calicoctl explain gnp.spec.ingres", code: 2, shows: "did you mean `ingress`?" },
  { line: "calicoctl explain port.rang", code: 2, shows: "did you mean `port.range`?" },
  { line: "calicoctl lint --explain", code: 2, shows: "--explain needs a value" },
  { line: "calicoctl apply examples/nothing.yaml", code: 1, shows: "no such file or directory" },
  { line: "calicoctl validate examples/worked-example", code: 1, shows: "this is a flow file" },
  { line: "calicoctl simulate --node my-host --in eth0 tcp 198.51.100.7 10.0.0.1", code: 2, shows: "ADDRESS:PORT" },
  { line: "calicoctl simulate --node my-hots tcp 198.51.100.7 10.0.0.1:80", code: 2, shows: "did you mean `my-host`?" },
  { line: "calicoctl simulate --node my-host tpc 198.51.100.7 10.0.0.1:80", code: 2, shows: "names: tcp, udp" },
  { line: policy("calicoctl apply", "{ selector: role = 'webserver' }"), code: 1, shows: "did you mean `role ==" },
  { line: policy("calicoctl apply", "{ order: first }"), code: 1, shows: "`order` must be a number" },
  { line: policy("calicoctl apply", "{ ingress: [{ action: allow }] }"), code: 1, shows: "did you mean `Allow`?" },
  { line: policy("calicoctl apply", "{ preDNAT: true }"), code: 1, shows: "set `applyOnForward: true`" },
  {
    line: policy("calicoctl apply", "{ ingress: [{ action: Allow, destination: { ports: [80] } }] }"),
    code: 1,
    shows: "add `protocol: TCP`",
  },
  { line: endpoint("{ node: my-host, interface: eth0 }"), code: 1, shows: "did you mean `interfaceName`?" },
  { line: endpoint("{ node: my-host, expectedIPs: 10.0.0.1 }"), code: 1, shows: "write `[10.0.0.1]`" },
  // Nothing but failsafe ports lets ssh in to the other host of the pages.
  { line: "calicoctl apply --guard -f examples/guide/6-no-failsafes.yaml", code: 3, shows: "would cut a lifeline" },
  { line: "calicoctl apply -f examples/guide/6-no-failsafes.yaml", code: 0 },
  // A deny before what lets ssh in.
  {
    line: policy("calicoctl apply --guard", "{ order: -1, ingress: [{ action: Deny }] }"),
    code: 3,
    shows: "would cut a lifeline",
  },
  { line: "calicoctl delete --guard gnp basic-connectivity", code: 3, shows: "would cut a lifeline" },
];

/** How a newcomer finds out why, and mends it. */
export const QUESTIONS: readonly Step[] = [
  { line: "calicoctl guard", code: 3, shows: "this lifeline does not hold" },
  { line: "calicoctl delete felixconfig default", code: 0 },
  { line: "calicoctl guard", code: 0, shows: "checked:" },
  { line: `calicoctl simulate ${PACKET}`, code: 0, shows: "DENY" },
  { line: `calicoctl simulate --repair allow ${PACKET}`, code: 0, shows: "with one of these edits" },
  { line: "calicoctl describe gnp webserver", code: 0, shows: "my-host-eth0" },
  { line: "calicoctl lint", code: 0 },
  { line: "calicoctl lint --explain lint.shadowed", code: 0, shows: "MEANING:" },
  { line: "calicoctl exposure --to my-host-eth0 --port tcp/80", code: 0, shows: "policy webserver" },
  { line: "calicoctl diff -f examples/guide/4-webserver.yaml", code: 0 },
  { line: "calicoctl validate examples/mistake.yaml --fix --dry-run", code: 0, shows: "Dry run: would make 2 fixes" },
];

/** What CI runs, in a folder with policies and flows of its own. */
export const CI: readonly Step[] = [
  { line: "mkdir -p policies && cp examples/guide/[1-6]-*.yaml policies", code: 0 },
  { line: "calicoctl validate -o github -f policies", code: 0 },
  { line: "calicoctl lint -o github -f policies --offline", code: 0 },
  { line: "calicoctl test --generate flows -f policies --offline", code: 0, shows: "reached by no packet" },
  { line: "calicoctl test -o github flows -f policies --offline --coverage-threshold 80", code: 0 },
  { line: "calicoctl test -o junit flows -f policies --offline > report.xml", code: 0 },
  { line: "sed -i s/22/2222/ policies/2-*.yaml", code: 0 },
  { line: "calicoctl test -o github flows -f policies --offline", code: 3, shows: "::error file=flows/" },
];
