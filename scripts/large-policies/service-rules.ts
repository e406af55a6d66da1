/** The nodes whose facts have Services. */
export const SERVICE_NODES: readonly string[] = Array.from({ length: 50 }, (_, i) => `node${i}`);

const SERVICES = 200;
const TARGETS = 3;

/** What `iptables-save -t nat` prints of the rules that kube-proxy makes of 200 Services to port 443, of three Pods each. */
export function serviceRules(): string {
  const chains: string[] = [];
  const rules = ["-A PREROUTING -j KUBE-SERVICES", "-A OUTPUT -j KUBE-SERVICES"];
  for (let i = 0; i < SERVICES; i++) {
    chains.push(`KUBE-SVC-${i}`);
    rules.push(`-A KUBE-SERVICES -d 10.96.0.${i}/32 -p tcp -m tcp --dport 443 -j KUBE-SVC-${i}`);
    for (let at = 0; at < TARGETS; at++) {
      const pod = `KUBE-SEP-${i}-${at}`;
      const share = (1 / (TARGETS - at)).toFixed(5);
      const random = at === TARGETS - 1 ? "" : `-m statistic --mode random --probability ${share} `;
      chains.push(pod);
      rules.push(`-A KUBE-SVC-${i} ${random}-j ${pod}`);
      rules.push(`-A ${pod} -p tcp -m tcp -j DNAT --to-destination 10.244.${i}.${at}:8443`);
    }
  }
  const builtIn = ["PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"].map((name) => `:${name} ACCEPT [0:0]`);
  const own = ["KUBE-SERVICES", ...chains].map((name) => `:${name} - [0:0]`);
  return ["*nat", ...builtIn, ...own, ...rules, "COMMIT", ""].join("\n");
}
