import type { TestedAnswer, TestRow } from "../../engine/answers/tests/tests-answer.ts";
import { Answer } from "../packet/answer.tsx";
import { parametersOfTest } from "../packet/flow-parameters.ts";
import { ActionChip } from "../parts/action-chip.tsx";
import { FirstRows } from "../parts/first-rows.tsx";
import { Place } from "../parts/place.tsx";
import { Refused } from "../parts/refused.tsx";
import { ResourceLink } from "../parts/resource-link.tsx";
import { fragmentOf } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";

/** Rows that are shown at first. */
const FIRST = 100;

/** What tells a row from the others of its file. */
const rowName = ({ list, number }: TestRow): string => `${list} ${number}`;

/** The flows and assertions of a file; `open` is the one whose path is shown. */
export function TestTable(props: {
  readonly file: string;
  readonly rows: readonly TestRow[];
  readonly open: string;
  readonly onOpen: (row: string) => void;
}) {
  const { file, rows, open, onOpen } = props;
  const openAt = rows.findIndex((row) => rowName(row) === open);
  return (
    <FirstRows items={rows} first={Math.max(FIRST, openAt + 1)} called="flows">
      {(shown) => (
        <ul class="tests">
          {shown.map((row) => {
            const name = rowName(row);
            return (
              <li key={name} class="test">
                <Row row={row} isOpen={name === open} onOpen={() => onOpen(name === open ? "" : name)} />
                {name === open && row.hasPath && <Path file={file} row={row} />}
              </li>
            );
          })}
        </ul>
      )}
    </FirstRows>
  );
}

const RESULTS: Readonly<Record<TestRow["result"], { readonly text: string; readonly colour: string }>> = {
  passed: { text: "✓ passed", colour: "allow" },
  failed: { text: "✕ failed", colour: "deny" },
  error: { text: "! error", colour: "deny" },
  "not-proved": { text: "? not proved", colour: "open" },
  "no-expectation": { text: "no expectation", colour: "plain" },
};

/** What an assertion states. */
const ASSERTIONS = { forbid: "forbids them", permit: "permits them" } as const;

function Row(props: { readonly row: TestRow; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const { row, isOpen, onOpen } = props;
  const { list, result, name, packet, expected, got, decidedBy, message, difference, place, hasPath } = row;
  const { text, colour } = RESULTS[result];
  return (
    <div class="test-row">
      <span class={`chip chip-${colour} test-result`}>{text}</span>
      <div class="test-what">
        <div>
          {hasPath ? (
            <button type="button" class="link" aria-expanded={isOpen} onClick={onOpen}>
              {name}
            </button>
          ) : (
            <strong>{name}</strong>
          )}{" "}
          <Place span={place} />
        </div>
        <div class="mono muted">{packet}</div>
      </div>
      <div class="test-verdict">
        <div>
          {list === "flows" ? (
            <>{expected === "" ? <span class="muted">expects nothing</span> : `expects ${expected}`}, got </>
          ) : (
            `${ASSERTIONS[list]}: `
          )}
          <ActionChip action={got} />
        </div>
        {message !== undefined && <div class="text-deny">{message}</div>}
        {difference !== undefined && <div>{difference}</div>}
        {decidedBy !== undefined && (
          <div class="small">
            <span class="muted">{decidedBy.text}</span> <Place span={decidedBy.place} />{" "}
            {decidedBy.resource !== undefined && (
              <ResourceLink resource={decidedBy.resource} rule={decidedBy.rule}>
                {decidedBy.resource.slice(decidedBy.resource.indexOf(" ") + 1)}
              </ResourceLink>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** The path of a row's packet, as that of one that is asked. */
function Path({ file, row: { list, number } }: { readonly file: string; readonly row: TestRow }) {
  const known = useAnswer({ kind: "tested", file, list, number });
  return (
    <section class="stack test-path" aria-label="Path" aria-busy={known.isWaiting}>
      <Refused known={known} />
      {known.answer !== undefined && <AskAgain tested={known.answer} />}
      {known.answer !== undefined && <Answer answer={known.answer} />}
    </section>
  );
}

/** A link to the packet without its file, where the form can ask about all of it. */
function AskAgain({ tested: { ask, hasFacts } }: { readonly tested: TestedAnswer }) {
  const parameters = ask && parametersOfTest(ask);
  if (parameters === undefined) return null;
  return (
    <p class="small">
      <a href={fragmentOf("/packet", parameters)}>Ask about this packet</a>
      {hasFacts && (
        <span class="muted">
          {" "}
          without the addresses and translations that the flow file states, so that it may end otherwise
        </span>
      )}
    </p>
  );
}
