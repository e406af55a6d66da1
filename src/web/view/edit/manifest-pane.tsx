import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";
import type { Diagnostic, SourceText, TextEdit } from "../../../model/diagnostic.ts";
import type { Answers } from "../../engine/protocol.ts";
import { EditsContext, NO_EDITS } from "../edits/use-edits.ts";
import { Findings } from "../parts/findings.tsx";
import { Refused } from "../parts/refused.tsx";
import { useAnnouncement } from "../state/announce.tsx";
import { EngineContext, useAnswer } from "../state/use-answer.ts";
import { useSettled } from "../state/use-settled.ts";
import { Editor } from "./editor.tsx";
import { withLineFeeds, withoutEdit, withRemoved, withText } from "./texts.ts";

/** After so long without a key the findings are asked for: a verdict comes first. */
const FINDINGS_MILLISECONDS = 30;

/** One manifest: its text to edit, and what is wrong with it. It begins anew with another name (`key`). */
export function ManifestPane({ name, isKnown }: { readonly name: string; readonly isKnown: boolean }) {
  const state = useContext(EditsContext);
  const engine = useContext(EngineContext);
  const known = useAnswer(isKnown ? { kind: "manifest", name } : undefined, { about: "base" });
  const edits = state?.edits ?? NO_EDITS;
  const base = known.answer?.text;
  const edited = edits.manifests.find((one) => one.name === name)?.text;
  const text = edited ?? base;
  const isDeleted = edits.removed.includes(name);
  const isFile = !name.includes(" ");
  const settled = useSettled(text, FINDINGS_MILLISECONDS);
  const checked = useAnswer(
    settled === undefined ? undefined : { kind: "validate", manifest: { name, text: settled } },
    { about: "base" },
  );
  const hasSeveral = !isDeleted && (checked.answer?.resources.length ?? 0) > 1;
  const hint = useId();
  const findings = settled === text && !checked.isWaiting ? checked.answer?.diagnostics : undefined;
  const write = (next: string): void => state?.change((last) => withText(last, name, next, known.answer));
  const mend = (fix: TextEdit): void => {
    if (text === undefined) return;
    engine?.client.ask({ kind: "mend", manifest: { name, text }, fix }, (result) => {
      // The answer to a question is of the question's kind.
      if (result.kind === "answer" && result.answer.ok) write((result.answer.answer as SourceText).text);
    });
  };
  const cursor = useRef(0);
  const removeResource = (): void => {
    if (text === undefined) return;
    const manifest = { name, text: withLineFeeds(text) };
    engine?.client.ask({ kind: "without-resource", manifest, offset: cursor.current }, (result) => {
      if (result.kind === "fault") return;
      if (!result.answer.ok) return setRemoved(result.answer.refusal.message);
      // The answer to a question is of the question's kind.
      const without = result.answer.answer as Answers["without-resource"];
      write(without.text);
      setRemoved(`${without.removed} is deleted; Ctrl-Z in the editor takes that back.`);
    });
  };
  const [removed, setRemoved] = useState("");
  useAnnouncement(removed === "" ? undefined : removed);
  const remove = (): void =>
    state?.change((last) => (isFile ? withText(last, name, "", known.answer) : withRemoved(last, name, known.answer)));
  return (
    <section
      class="card stack manifest-pane"
      aria-label={`Manifest ${name}`}
      aria-busy={text !== undefined && findings === undefined}
    >
      <div class="heading-row">
        <h2 class="mono" title={name}>
          {isFile ? name.slice(name.lastIndexOf("/") + 1) : name}
        </h2>
        <span class="edited-actions">
          {(edited !== undefined || isDeleted) && (
            <button type="button" onClick={() => state?.change((last) => withoutEdit(last, name))}>
              {isKnown ? "Revert" : "Remove"}
            </button>
          )}
          {hasSeveral && (
            <button type="button" onClick={removeResource} aria-describedby={hint}>
              Delete resource
            </button>
          )}
          {isKnown && !isDeleted && text !== "" && (
            <button type="button" onClick={remove}>
              {hasSeveral ? "Delete all" : "Delete"}
            </button>
          )}
          {edited !== undefined && isFile && edited !== "" && <Download name={name} text={edited} />}
        </span>
      </div>
      <Refused known={known} />
      {isDeleted && <p class="notice">This resource is deleted in the edited state.</p>}
      {text !== undefined && !isDeleted && (
        <>
          <Editor
            name={name}
            text={text}
            findings={findings}
            onText={(next) => {
              setRemoved("");
              write(next);
            }}
            onFix={mend}
            onCursor={(offset) => {
              cursor.current = offset;
            }}
          />
          {removed !== "" && <p class="small">{removed}</p>}
          <p class="muted small">
            Tab indents. To leave the editor, press Escape, then Tab. Ctrl-Space completes, Ctrl-F finds.
            {hasSeveral && <span id={hint}> Delete resource deletes the one at the cursor.</span>}
          </p>
          <TextFindings findings={checked.answer?.diagnostics ?? []} onFix={mend} isOld={findings === undefined} />
        </>
      )}
    </section>
  );
}

function TextFindings(props: {
  readonly findings: readonly Diagnostic[];
  readonly onFix: (fix: TextEdit) => void;
  readonly isOld: boolean;
}) {
  const { findings, onFix, isOld } = props;
  if (findings.length === 0) return null;
  return (
    <section aria-label="Findings" aria-busy={isOld}>
      <Findings findings={findings.slice(0, MOST_FINDINGS)} {...(!isOld && { onFix })} />
      {findings.length > MOST_FINDINGS && <p class="muted">and {findings.length - MOST_FINDINGS} more</p>}
    </section>
  );
}

const MOST_FINDINGS = 100;

/** After so long without a key there is a file of what was typed. */
const FILE_MILLISECONDS = 250;

/** A link that saves the text as a file. */
export function Download({ name, text }: { readonly name: string; readonly text: string }) {
  const settled = useSettled(text, FILE_MILLISECONDS);
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([settled], { type: "application/yaml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [settled]);
  return (
    <a class="button" href={address} download={name.slice(name.lastIndexOf("/") + 1)}>
      Download
    </a>
  );
}
