import type { DescribedResource } from "../../engine/answers/describe.ts";
import { NoView } from "../parts/no-view.tsx";
import { Place } from "../parts/place.tsx";
import { Refused } from "../parts/refused.tsx";
import { partsOf, resourceOfPath } from "../state/resource-address.ts";
import { fragmentOf, type Route } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { DescriptionTables } from "./description-tables.tsx";
import { Fields } from "./fields.tsx";
import { Rules } from "./rules.tsx";
import { Stages } from "./stages.tsx";

/** The page of one resource: what `describe` prints, with links to what it names. */
export function ResourceView({ route }: { readonly route: Route }) {
  const resource = resourceOfPath(route.path);
  if (resource === undefined) return <NoView path={route.path} />;
  return <Resource key={resource} resource={resource} rule={route.parameters.get("rule")} />;
}

function Resource({ resource, rule }: { readonly resource: string; readonly rule: string | undefined }) {
  const known = useAnswer({ kind: "describe", resource });
  const { answer, isWaiting } = known;
  const [kind, name] = partsOf(resource);
  return (
    <div class="stack" aria-busy={isWaiting}>
      <div class="resource-head">
        <p class="muted">
          {kind} <Place span={answer?.place} />
        </p>
        <h1 class="mono">{name}</h1>
      </div>
      {answer?.endpoint !== undefined && <EndpointLinks word={answer.endpoint.word} name={name} />}
      <Refused known={known} />
      {answer === undefined ? (
        isWaiting && <p class="muted">Reading the resources…</p>
      ) : (
        <Content described={answer} rule={rule} />
      )}
    </div>
  );
}

function EndpointLinks({ word, name }: { readonly word: string; readonly name: string }) {
  return (
    <ul class="links" aria-label={`Questions about ${name}`}>
      <li>
        <a href={fragmentOf("/packet", { to: word, protocol: "tcp" })}>Ask a packet to this endpoint</a>
      </li>
      <li>
        <a href={fragmentOf("/packet", { from: word, protocol: "tcp" })}>Ask a packet from it</a>
      </li>
      <li>
        <a href={fragmentOf("/exposure", { to: word })}>Who reaches it</a>
      </li>
      <li>
        <a href={fragmentOf("/exposure", { from: word })}>Whom it reaches</a>
      </li>
    </ul>
  );
}

/** Tables that have a form of their own on the page. */
const SHOWN_APART = new Set(["rules", "policies", "unmatched"]);

function Content({ described, rule }: { readonly described: DescribedResource; readonly rule: string | undefined }) {
  const { description, links, endpoint, isLinted } = described;
  const { fields, tables } = description;
  const rest = tables.filter(({ key }) => !SHOWN_APART.has(key) || (key === "policies" && endpoint === undefined));
  return (
    <>
      <Warnings warnings={description.warnings} isLinted={isLinted} />
      <div class="resource">
        <Fields fields={fields} links={links} />
        <div class="stack">
          {endpoint !== undefined && <Stages tables={tables} skips={endpoint.skips} links={links} />}
          <Rules described={described} marked={rule} />
          <DescriptionTables tables={rest} links={links} />
        </div>
      </div>
    </>
  );
}

function Warnings({ warnings, isLinted }: { readonly warnings: readonly string[]; readonly isLinted: boolean }) {
  return (
    <>
      {warnings.length > 0 && (
        <section class="notice" aria-labelledby="warnings">
          <h2 id="warnings">{warnings.length === 1 ? "Warning" : "Warnings"}</h2>
          <ul class="plain">
            {warnings.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {!isLinted && (
        <p class="muted small">
          Of so many policies, what can be proved wrong with this one is not among its warnings:{" "}
          <code>calicoctl lint</code> looks for that.
        </p>
      )}
    </>
  );
}
