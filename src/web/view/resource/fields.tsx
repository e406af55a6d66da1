import type { Description } from "../../../analysis/describe/description.ts";
import type { ResourceLinks } from "../../engine/answers/resource-links.ts";
import { Values } from "./values.tsx";

/** The fields of a description, by their words for people. */
export function Fields({ fields, links }: { readonly fields: Description["fields"]; readonly links: ResourceLinks }) {
  return (
    <section class="card" aria-label="Fields">
      <dl class="fields">
        {Object.entries(fields).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Values of={label} value={value} links={links} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
