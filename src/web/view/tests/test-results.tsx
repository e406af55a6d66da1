import { useEffect, useState } from "preact/hooks";
import type { TestedFile, TestRow, TestsAnswer } from "../../engine/answers/tests/tests-answer.ts";
import { TextField } from "../parts/field.tsx";
import { Findings } from "../parts/findings.tsx";
import { Refused } from "../parts/refused.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { keepInAddress, type Route } from "../state/route.ts";
import { useAnswer } from "../state/use-answer.ts";
import { NoFlows } from "./no-flows.tsx";
import { TestTable } from "./test-table.tsx";

/** What is shown of the results: all of it is in the address. */
export interface Shown {
  readonly words: string;
  /** Only what did not pass. */
  readonly isFailed: boolean;
  /** The row whose path is open: its file, and `flows 3`. */
  readonly file: string;
  readonly row: string;
}

function shownOf(parameters: Route["parameters"]): Shown {
  const text = (name: string): string => parameters.get(name) ?? "";
  return { words: text("words"), isFailed: text("only") === "failed", file: text("file"), row: text("row") };
}

/** Every flow and assertion with its result; one opens to its path. */
export function TestResults({ route }: { readonly route: Route }) {
  const [shown, setShown] = useState<Shown>(() => shownOf(route.parameters));
  useEffect(() => setShown(shownOf(route.parameters)), [route]);
  const known = useAnswer({ kind: "tests" });
  const { answer, isWaiting } = known;
  useAnnouncement(answer?.text);
  const change = (part: Partial<Shown>): void => {
    const next = { ...shown, ...part };
    const { words, isFailed, file, row } = next;
    setShown(next);
    keepInAddress("/tests", { words, only: isFailed ? "failed" : "", file, row });
  };
  return (
    <div class="stack" aria-busy={isWaiting}>
      <Refused known={known} />
      {answer === undefined && isWaiting && <p class="muted">Testing the flows…</p>}
      {answer !== undefined && answer.files.length === 0 && <NoFlows />}
      {answer !== undefined && answer.files.length > 0 && (
        <>
          <Counts counts={answer.counts} />
          <div class="field-row filter">
            <TextField
              label="Filter"
              isNarrow
              value={shown.words}
              placeholder="name, address, policy"
              onValue={(words) => change({ words })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={shown.isFailed}
                onChange={({ currentTarget }) => change({ isFailed: currentTarget.checked })}
              />
              Only what did not pass
            </label>
          </div>
          {answer.files.map((file) => (
            <File key={file.name} file={file} shown={shown} onChange={change} />
          ))}
        </>
      )}
    </div>
  );
}

function Counts({ counts }: Pick<TestsAnswer, "counts">) {
  const { passed, failed, notProved, noExpectation, errors } = counts;
  const tiles = [
    { count: passed, name: "passed", kind: "allow", isAlways: true },
    { count: failed, name: "failed", kind: failed > 0 ? "deny" : "plain", isAlways: true },
    { count: notProved, name: "not proved", kind: "open", isAlways: false },
    { count: noExpectation, name: "without an expectation", kind: "plain", isAlways: false },
    { count: errors, name: errors === 1 ? "error" : "errors", kind: "deny", isAlways: false },
  ];
  return (
    <ul class="tiles">
      {tiles
        .filter(({ count, isAlways }) => isAlways || count > 0)
        .map(({ count, name, kind }) => (
          <li key={name} class={`tile tile-${kind}`}>
            <span class="tile-count">{count.toLocaleString("en")}</span> <span>{name}</span>
          </li>
        ))}
    </ul>
  );
}

function File(props: {
  readonly file: TestedFile;
  readonly shown: Shown;
  readonly onChange: (part: Partial<Shown>) => void;
}) {
  const { file, shown, onChange } = props;
  const rows = file.rows.filter((row) => isShown(row, shown));
  const isFiltered = rows.length < file.rows.length;
  if (rows.length === 0 && file.problems.length === 0) return null;
  return (
    <section class="card" aria-label={file.name}>
      <div class="heading-row">
        <h2 class="mono">{file.name}</h2>
        <span class="muted">
          {file.text}
          {isFiltered && `; ${rows.length} of ${file.rows.length} shown`}
        </span>
      </div>
      {file.problems.length > 0 && <Findings findings={file.problems} />}
      {rows.length > 0 && (
        <TestTable
          file={file.name}
          rows={rows}
          open={shown.file === file.name ? shown.row : ""}
          onOpen={(row) => onChange({ file: row === "" ? "" : file.name, row })}
        />
      )}
    </section>
  );
}

function isShown({ result, name, packet, expected, got, decidedBy, message = "" }: TestRow, shown: Shown): boolean {
  if (shown.isFailed && (result === "passed" || result === "no-expectation")) return false;
  const words = shown.words.toLowerCase().split(/\s+/);
  const text = [name, packet, expected, got, decidedBy?.text ?? "", message].join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}
