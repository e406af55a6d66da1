/** A packet that kube-proxy's chains of the filter table refuse, which come after Calico's. */
export interface ProxyRefusal {
  readonly kind: "proxy-refused";
  readonly action: "drop" | "reject";
  /** What it is refused for (`Service web/web port http`). */
  readonly by?: string;
}

/** A destination NAT; not `applied` to packets that are not tracked. */
export interface DnatStep {
  readonly kind: "dnat";
  readonly from: string;
  readonly to: string;
  readonly applied: boolean;
  /** The object that it is made from (`Service web/web port http`), and what has the new address (`pod web/web-1`). */
  readonly by?: string;
  readonly target?: string;
  /** How many targets the node chooses from; absent for one. */
  readonly choices?: number;
  /** Whether one source always gets the same of them. */
  readonly affinity?: boolean;
}

/** A source NAT, and why, as text that follows the node; the port changes unless it `keepsPort`. */
export interface SourceNatStep {
  readonly kind: "source-nat";
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly keepsPort?: boolean;
}

/** A hook of the kernel, after the named translations where they happen there. */
export type HookName =
  | "prerouting"
  | "dnat"
  | "input"
  | "forward"
  | "output"
  | "output-dnat"
  | "postrouting"
  | "source-nat";

/** A packet at a hook, and the interface that it came in through or goes out by. */
export interface HookPacket {
  readonly hook: HookName;
  readonly source: HookSide;
  readonly destination: HookSide;
  readonly interface: string;
}

/** One side of it; the port is `any` where the kernel chooses it. */
interface HookSide {
  readonly address: string;
  readonly port?: number | "any";
}
