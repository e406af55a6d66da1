import { useMemo } from "preact/hooks";
import type { Decision, PacketAnswer, PacketPath } from "../../engine/answers/packet-answer.ts";
import { CopiedText } from "../parts/copied-text.tsx";
import { Findings } from "../parts/findings.tsx";
import { Place } from "../parts/place.tsx";
import { VerdictBadge } from "../parts/verdict-badge.tsx";
import { partsOf, resourceFragment } from "../state/resource-address.ts";
import { Hop } from "./hop.tsx";
import { PathDrawing } from "./path-drawing.tsx";

/** What becomes of a packet: the verdict and what decided, then the path, node by node. */
export function Answer(props: {
  readonly answer: PacketAnswer;
  readonly isDrawn?: boolean;
  /** Absent where the path is not drawn. */
  readonly onDrawn?: (isDrawn: boolean) => void;
}) {
  const { answer, isDrawn = false, onDrawn } = props;
  const { verdict, packet, ends, paths, command, flowFile } = answer;
  const [only] = paths;
  const isOne = paths.length === 1 && only !== undefined;
  // The page is drawn again for each key press, before there is another answer: hundreds of steps are not compared then.
  const drawnPaths = useMemo(
    () => (isOne ? <Path path={only} /> : paths.map((path) => <Choice key={path.name} path={path} />)),
    [paths, isOne, only],
  );
  return (
    <>
      <div class={`card banner banner-${verdict}`}>
        <div class="banner-head">
          <VerdictBadge verdict={verdict} isLarge />
          <span class="mono">{packet}</span>
        </div>
        <div class="muted">{ends}</div>
        {isOne ? <Decided path={only} /> : <p>Each of these is possible, and they are evaluated one by one.</p>}
        {command !== undefined && (
          <div class="command">
            <span class="muted small">The same on the command line</span>
            <code>{command}</code>
          </div>
        )}
        {flowFile !== undefined && (
          <details class="more keep">
            <summary>Keep as flow test</summary>
            <p class="small">
              A flow file: it fails where the packet ends otherwise. Its entry can be put beside others.
            </p>
            <CopiedText label="Flow file" text={flowFile} />
          </details>
        )}
      </div>
      {onDrawn !== undefined && <PathDrawing picture={answer.picture} isOpen={isDrawn} onOpen={onDrawn} />}
      {drawnPaths}
    </>
  );
}

function Choice({ path }: { readonly path: PacketPath }) {
  return (
    <details class="card">
      <summary>
        <VerdictBadge verdict={path.verdict} /> {path.name}
      </summary>
      <Decided path={path} />
      <Path path={path} />
    </details>
  );
}

function Decided({ path: { decidedBy, reply } }: { readonly path: PacketPath }) {
  return (
    <div class="decided">
      <p>
        {decidedBy.text} <Place span={decidedBy.place} /> <DecisionLink decision={decidedBy} />
      </p>
      {reply?.verdict === "allow" && <p class="muted">Replies come back.</p>}
      {reply?.verdict === "deny" && (
        <p>
          <strong class="text-deny">Replies do not come back:</strong> they are denied
          {reply.node === undefined ? "" : ` on ${reply.node}`} {reply.decidedBy.text}{" "}
          <Place span={reply.decidedBy.place} /> <DecisionLink decision={reply.decidedBy} />
        </p>
      )}
    </div>
  );
}

/** The policy or profile that decided, on its page. */
function DecisionLink({ decision: { resource, rule } }: { readonly decision: Decision }) {
  if (resource === undefined) return null;
  const [kind] = partsOf(resource);
  return (
    <a class="small" href={resourceFragment(resource, rule)}>
      Open the {kind === "Profile" ? "profile" : "policy"}
    </a>
  );
}

function Path({ path: { hops, assumptions, diagnostics } }: { readonly path: PacketPath }) {
  return (
    <>
      {diagnostics.length > 0 && <Findings findings={diagnostics} />}
      {hops.map((hop, at) => (
        <Hop key={`${at} ${hop.node}`} hop={hop} isOnly={hops.length === 1} />
      ))}
      {assumptions.length > 0 && (
        <section class="card">
          <h2>Assumed</h2>
          <ul class="plain">
            {assumptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
