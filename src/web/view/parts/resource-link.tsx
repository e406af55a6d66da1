import type { ComponentChildren } from "preact";
import { resourceFragment } from "../state/resource-address.ts";

/** A link to the page of a resource, where it is known which one it is; else its text alone. */
export function ResourceLink(props: {
  readonly resource: string | undefined;
  readonly rule?: string | undefined;
  readonly children: ComponentChildren;
}) {
  const { resource, rule, children } = props;
  if (resource === undefined) return <span class="mono">{children}</span>;
  return (
    <a class="mono" href={resourceFragment(resource, rule)}>
      {children}
    </a>
  );
}
