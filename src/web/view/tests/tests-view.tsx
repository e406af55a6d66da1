import { fragmentOf, type Route } from "../state/route.ts";
import { Coverage } from "./coverage.tsx";
import { TestResults } from "./test-results.tsx";

const TABS = [
  { path: "/tests", title: "Results" },
  { path: "/tests/coverage", title: "Coverage" },
] as const;

/** The flow tests of `--flows`: what came of each, and what of policy they reach. */
export function TestsView({ route }: { readonly route: Route }) {
  const shown = TABS.find(({ path }) => path === route.path) ?? TABS[0];
  return (
    <div class="stack">
      <div class="heading-row">
        <h1>Flow tests</h1>
        <ul class="links" aria-label="Flow tests">
          {TABS.map(({ path, title }) => (
            <li key={path}>
              <a href={fragmentOf(path)} aria-current={path === shown.path ? "page" : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
      {shown.title === "Coverage" ? <Coverage route={route} /> : <TestResults route={route} />}
    </div>
  );
}
