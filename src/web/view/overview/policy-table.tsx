import type { PolicyOverview } from "../../engine/answers/overview.ts";
import { FirstRows } from "../parts/first-rows.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";

/** Policies that are shown at first; a button shows all. */
const FIRST = 100;

/** The policies in the order of evaluation, with how many endpoints each selects. */
export function PolicyTable(props: { readonly policies: readonly PolicyOverview[]; readonly hasTiers: boolean }) {
  const { policies, hasTiers } = props;
  if (policies.length === 0) return <p class="muted">There is no policy.</p>;
  return (
    <FirstRows items={policies} first={FIRST} called="policies">
      {(shown) => (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                {hasTiers && <th scope="col">Tier</th>}
                <th scope="col" class="number">
                  Order
                </th>
                <th scope="col">Policy</th>
                <th scope="col">Kind</th>
                <th scope="col" class="number">
                  Endpoints
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ resource, name, tier, order, kind, endpoints }) => (
                <tr key={resource}>
                  {hasTiers && <td>{tier}</td>}
                  <td class="number">{order ?? "last"}</td>
                  <td>
                    <ResourceLink resource={resource}>{name}</ResourceLink>
                  </td>
                  <td class="whole">{kind}</td>
                  <td class="number">{endpoints === 0 ? <span class="chip chip-open">none</span> : endpoints}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </FirstRows>
  );
}
