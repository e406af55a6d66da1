import { type Address, cidrContains } from "../model/address.ts";
import { isWorkloadInterface, type NodeView } from "./node-view.ts";

/** The host interface whose network, as the facts give it, holds the address; of several the narrowest. */
export function connectedInterface(view: NodeView, destination: Address): string | undefined {
  let best: { name: string; prefix: number } | undefined;
  for (const [name, addresses] of view.interfaces) {
    for (const { net } of addresses) {
      if (!net || !cidrContains(net, destination) || isWorkloadInterface(view, name)) continue;
      if (best === undefined || net.prefix > best.prefix) best = { name, prefix: net.prefix };
    }
  }
  return best?.name;
}

/** Host interfaces that facts or host endpoints name. */
export function hostInterfaces(view: NodeView): string[] {
  const names = [...view.interfaces.keys(), ...view.hostEndpoints.map(({ interfaceName }) => interfaceName)];
  return [...new Set(names)].filter(
    (name) => name !== "" && name !== "*" && name !== "lo" && !isWorkloadInterface(view, name),
  );
}
