import { useState } from "preact/hooks";
import type { EndpointOverview, NodeOverview } from "../../engine/answers/overview.ts";
import { ResourceLink } from "../parts/resource-link.tsx";
import { fragmentOf } from "../state/route.ts";

/** Nodes that are shown at first; a button shows more. */
const STEP = 50;

/** The nodes that have all of the words, each with its endpoints and the interfaces that nothing governs. */
export function NodeCards({ nodes, words }: { readonly nodes: readonly NodeOverview[]; readonly words: string }) {
  const [limit, setLimit] = useState(STEP);
  const found = matchingNodes(nodes, words);
  if (nodes.length === 0) return <p class="muted">No resource names a node.</p>;
  return (
    <>
      {words.trim() !== "" && (
        <p class="muted" role="status">
          {found.length} of {nodes.length} nodes
        </p>
      )}
      <ul class="nodes">
        {found.slice(0, limit).map((node) => (
          <li key={node.name} class="card">
            <NodeCard node={node} />
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <button type="button" onClick={() => setLimit(limit + STEP)}>
          Show more ({found.length - limit} nodes)
        </button>
      )}
    </>
  );
}

function NodeCard({ node: { name, endpoints, otherInterfaces } }: { readonly node: NodeOverview }) {
  return (
    <>
      <h3>{name}</h3>
      {endpoints.length === 0 && otherInterfaces.length === 0 && (
        <p class="muted">No endpoint is on this node: policy does not see its traffic.</p>
      )}
      <ul class="endpoints">
        {endpoints.map((endpoint) => (
          <li key={endpoint.resource}>
            <Endpoint endpoint={endpoint} />
          </li>
        ))}
        {otherInterfaces.map(({ name: of, addresses }) => (
          <li key={of}>
            <div class="endpoint">
              <span class="endpoint-interface mono">{of}</span>
              <span class="muted">no host endpoint</span>
              <span class="chip chip-open">not policed</span>
            </div>
            <div class="muted mono small">{addresses.join(", ")}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Endpoint({ endpoint }: { readonly endpoint: EndpointOverview }) {
  const { name, interface: of, addresses, policies, profiles } = endpoint;
  return (
    <>
      <div class="endpoint">
        <span class="endpoint-name">
          <ResourceLink resource={endpoint.resource}>{name}</ResourceLink>
        </span>
        <Policed policies={policies} profiles={profiles.length} />
      </div>
      <div class="endpoint-more small">
        <span class="endpoint-interface mono">{of === "*" ? "all" : of || "by address"}</span>
        <span class="muted mono endpoint-addresses">{addresses.join(", ") || "no address"}</span>
        <a href={fragmentOf("/packet", { to: name, protocol: "tcp" })} aria-label={`Ask a packet to ${name}`}>
          Ask a packet
        </a>
      </div>
    </>
  );
}

function Policed({ policies, profiles }: { readonly policies: number; readonly profiles: number }) {
  if (policies > 0)
    return (
      <span class="chip chip-policed">
        {policies} {policies === 1 ? "policy" : "policies"}
      </span>
    );
  if (profiles > 0) return <span class="chip">profiles only</span>;
  return <span class="chip chip-closed">no policy: denied</span>;
}

function matchingNodes(nodes: readonly NodeOverview[], words: string): readonly NodeOverview[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return nodes;
  const has = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  return nodes.flatMap((node) => {
    if (has(node.name)) return [node];
    const endpoints = node.endpoints.filter((one) => has(one.name, one.interface, ...one.addresses));
    const otherInterfaces = node.otherInterfaces.filter((one) => has(one.name, ...one.addresses));
    return endpoints.length + otherInterfaces.length === 0 ? [] : [{ ...node, endpoints, otherInterfaces }];
  });
}
