import { type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useContext, useEffect, useRef } from "preact/hooks";
import type { Diagnostic, Position, TextEdit } from "../../../model/diagnostic.ts";
import type { Completions } from "../../engine/completion/choice.ts";
import { changeBetween } from "../state/text-change.ts";
import { EngineContext } from "../state/use-answer.ts";
import { type Complete, editorExtensions } from "./code-mirror.ts";
import { textOf, withLineFeeds } from "./texts.ts";

/** What an editor edits. It begins anew with another name (`key`). */
export interface EditorProps {
  readonly name: string;
  readonly text: string;
  /** Findings about exactly this text; `undefined` while they are on their way. */
  readonly findings: readonly Diagnostic[] | undefined;
  readonly onText: (text: string) => void;
  readonly onFix: (fix: TextEdit) => void;
  /** Is given the offset of the cursor whenever it is another. */
  readonly onCursor: (offset: number) => void;
}

const NONE: Completions = { from: 0, choices: [] };

/**
 * CodeMirror, in a shadow of its own: the styles that it makes are then sheets of that, which the page's policy need not allow
 * as it would have to allow `style` elements.
 */
export function Editor({ name, text, findings, onText, onFix, onCursor }: EditorProps) {
  const engine = useContext(EngineContext);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | undefined>(undefined);
  const latest = useRef({ engine, onText, onFix, onCursor });
  latest.current = { engine, onText, onFix, onCursor };
  /** What was typed and has not come back yet: keys may be pressed faster than the page is drawn. */
  const pending = useRef<string[]>([]);
  const isWritten = useRef(false);

  useEffect(() => {
    if (host.current === null) return undefined;
    const complete: Complete = (typed, offset, cancelled) =>
      new Promise((resolve) => {
        const question = { kind: "complete", manifest: { name, text: typed }, offset } as const;
        const cancel = latest.current.engine?.client.ask(question, (result) => {
          // The answer to a question is of the question's kind.
          resolve(result.kind === "answer" && result.answer.ok ? (result.answer.answer as Completions) : NONE);
        });
        cancelled(() => {
          cancel?.();
          resolve(NONE);
        });
      });
    const label = `Manifest ${name}. Tab indents; press Escape, then Tab, to leave the editor.`;
    const root = host.current.attachShadow({ mode: "open" });
    const view = new EditorView({
      doc: text,
      root,
      parent: root,
      extensions: [
        ...editorExtensions(label, complete),
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged || selectionSet) latest.current.onCursor(state.selection.main.head);
          if (!docChanged || isWritten.current) return;
          const typed = textOf(state.doc);
          pending.current.push(typed);
          latest.current.onText(typed);
        }),
      ],
    });
    editor.current = view;
    return () => view.destroy();
  }, []);

  useEffect(() => {
    const view = editor.current;
    if (view === undefined) return;
    const next = withLineFeeds(text);
    const own = pending.current.lastIndexOf(next);
    if (own !== -1) {
      pending.current = pending.current.slice(own + 1);
      return;
    }
    const now = textOf(view.state.doc);
    if (now === next) return;
    pending.current = [];
    isWritten.current = true;
    view.dispatch({ changes: changeBetween(now, next) });
    isWritten.current = false;
  }, [text]);

  useEffect(() => {
    const view = editor.current;
    if (view === undefined || findings === undefined) return;
    const marks = findings.flatMap((one) => markOf(one, view.state.doc, (fix) => latest.current.onFix(fix)));
    view.dispatch(setDiagnostics(view.state, marks));
  }, [findings]);

  return <div class="editor" ref={host} />;
}

function markOf({ severity, message, help, span, fix }: Diagnostic, doc: Text, mend: (fix: TextEdit) => void): Mark[] {
  if (span === undefined) return [];
  const [from, to] = [offsetOf(doc, span.start), offsetOf(doc, span.end)];
  const text = help === undefined ? message : `${message}. ${help}`;
  const actions = fix === undefined ? [] : [{ name: "Fix", apply: () => mend(fix) }];
  return [{ from, to: Math.max(from, to), severity, message: text, actions }];
}

function offsetOf(doc: Text, { line, column }: Position): number {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(from + column - 1, to);
}
