import type { CoverageAnswer, CoveredText as Covered, TextMark } from "../../engine/answers/tests/coverage-answer.ts";
import { FirstRows } from "../parts/first-rows.tsx";
import { Refused } from "../parts/refused.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { fragmentOf, type Route } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { CoveredText } from "./covered-text.tsx";

/** What is not reached and is listed at first. */
const FIRST = 20;

/** What flow tests reach of policy: what they leave open, then the manifests with a mark at each rule. */
export function Coverage({ route }: { readonly route: Route }) {
  const known = useAnswer({ kind: "coverage" });
  const { answer, isWaiting } = known;
  useAnnouncement(answer?.text);
  const [file, line] = [route.parameters.get("file"), Number(route.parameters.get("line"))];
  return (
    <div class="stack" aria-busy={isWaiting}>
      <Refused known={known} />
      {answer === undefined && isWaiting && <p class="muted">Testing the flows…</p>}
      {answer !== undefined && (
        <>
          <Summary answer={answer} />
          {answer.manifests.map((text) => (
            <CoveredText
              key={text.name}
              text={text}
              marked={text.name === file ? line : undefined}
              isOpen={answer.manifests.length <= MOST_OPEN}
            />
          ))}
          <Stored marks={answer.stored} />
        </>
      )}
    </div>
  );
}

/** More manifests than this are closed at first. */
const MOST_OPEN = 6;

function Summary({ answer: { text, percent, unreachable, manifests, stored } }: { readonly answer: CoverageAnswer }) {
  const all = [...manifests, { name: "", marks: stored }];
  const open = all.flatMap(({ name, marks }) =>
    marks.flatMap((mark) => (mark.state === "missed" ? [{ name, mark }] : [])),
  );
  return (
    <section class="card stack" aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <p>
        {text}
        {unreachable !== undefined && <>. {unreachable}.</>}
      </p>
      <progress class="coverage-bar" value={percent} max={100} aria-label="Coverage in percent" />
      {open.length > 0 && (
        <div>
          <h3>Reached by no flow</h3>
          <FirstRows items={open} first={FIRST} called="rules and default denies">
            {(shown) => (
              <ul class="plain">
                {shown.map(({ name, mark }) => (
                  <li key={`${mark.text} ${mark.resource}`}>
                    {name === "" ? mark.text : <a href={placeFragment({ name }, mark)}>{mark.text}</a>}
                  </li>
                ))}
              </ul>
            )}
          </FirstRows>
        </div>
      )}
    </section>
  );
}

function placeFragment({ name }: Pick<Covered, "name">, { line }: TextMark): string {
  return fragmentOf("/tests/coverage", { file: name, line: String(line) });
}

/** What is in the datastore alone, and has no text here. */
function Stored({ marks }: { readonly marks: readonly TextMark[] }) {
  if (marks.length === 0) return null;
  return (
    <section class="card" aria-labelledby="stored">
      <h2 id="stored">In the datastore</h2>
      <FirstRows items={marks} first={100} called="rules and default denies">
        {(shown) => (
          <ul class="covered-list">
            {shown.map((mark) => (
              <li key={`${mark.text} ${mark.resource}`} class={`covered-${mark.state}`}>
                <ResourceLink resource={mark.resource} rule={mark.rule}>
                  {mark.text}
                </ResourceLink>{" "}
                <span class="muted">{mark.words}</span>
              </li>
            ))}
          </ul>
        )}
      </FirstRows>
    </section>
  );
}
