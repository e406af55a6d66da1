import type { Value } from "../../../analysis/describe/description.ts";
import type { ResourceLinks } from "../../engine/answers/resource-links.ts";
import { ResourceLink } from "../parts/resource-link.tsx";

/** Values that are shown of many; the rest can be opened. */
const FIRST = 12;

/** One value or several, in a field or a column of a description, each a link where it is the name of a resource. */
export function Values(props: { readonly of: string; readonly value: Value; readonly links: ResourceLinks }) {
  const { of, value, links } = props;
  if (typeof value === "number") return <>{value}</>;
  const all = typeof value === "string" ? [value] : value;
  if (all.length === 0) return <span class="muted">none</span>;
  return (
    <>
      <ValueList of={of} values={all.slice(0, FIRST)} links={links} />
      {all.length > FIRST && (
        <details>
          <summary class="muted">and {all.length - FIRST} more</summary>
          <ValueList of={of} values={all.slice(FIRST)} links={links} />
        </details>
      )}
    </>
  );
}

function ValueList(props: { readonly of: string; readonly values: readonly string[]; readonly links: ResourceLinks }) {
  const { of, values, links } = props;
  const [only] = values;
  if (values.length === 1 && only !== undefined) return <OneValue of={of} text={only} links={links} />;
  return (
    <ul class="values">
      {values.map((text, at) => (
        <li key={`${at} ${text}`}>
          <OneValue of={of} text={text} links={links} />
        </li>
      ))}
    </ul>
  );
}

function OneValue({ of, text, links }: { readonly of: string; readonly text: string; readonly links: ResourceLinks }) {
  const resource = resourceOf(links, of, text);
  return resource === undefined ? <span>{text}</span> : <ResourceLink resource={resource}>{text}</ResourceLink>;
}

/** The resource that a text of a field or column is the name of. */
export function resourceOf(links: ResourceLinks, of: string, text: string): string | undefined {
  return links.find((link) => link.in === of && link.text === text)?.resource;
}
