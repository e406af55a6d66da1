import type { TextProblem } from "../yaml/text-problem.ts";

/** What kubectl writes on stderr, at the beginning of a line; in YAML it would be a field of the document itself. */
const MESSAGE =
  /^(?:Error from server\b|error: |Warning: |No resources found\b|Unable to connect to the server\b|The connection to the server\b).*/m;
/** The heading of a table. */
const TABLE = /^\s*(?:NAMESPACE +)?NAME {2,}[A-Z].*/;
const DESCRIBED = /^\s*Name: {2,}\S.*/;

/** The finding that a text has something of kubectl's in it that is not the objects; it stands for all that is wrong with the text. */
export function kubectlProblem(text: string): TextProblem | undefined {
  const found = (match: RegExpExecArray, message: string, help: string): TextProblem => {
    const from = match.index + (match[0].length - match[0].trimStart().length);
    return { severity: "error", code: "document.kubectl", message, help, from, to: match.index + match[0].length };
  };
  const message = MESSAGE.exec(text);
  if (message !== null)
    return found(
      message,
      "this line is a message of kubectl, not a part of an object",
      "save its standard output alone (`> FILE`, without `2>&1`), and see that the command succeeds",
    );
  const table = TABLE.exec(text);
  if (table !== null) return found(table, "this is a table of kubectl, not objects", "add `-o yaml` to the command");
  const described = DESCRIBED.exec(text);
  if (described !== null)
    return found(described, "this is what `kubectl describe` prints, not objects", "use `kubectl get ... -o yaml`");
  return undefined;
}

/** The finding that a JSON text which cannot be read ends too early; `undefined` for other texts. */
export function cutProblem(text: string): TextProblem | undefined {
  const end = text.trimEnd();
  const isJson = /^\s*\{\s*"/.test(text);
  if (!isJson || end.endsWith("}") || end.slice(end.lastIndexOf("\n") + 1).includes("#")) return undefined;
  const help = "it may be cut off: save it again";
  return {
    severity: "error",
    code: "document.cut",
    message: "the text ends before its JSON does",
    help,
    from: end.length - 1,
    to: end.length,
  };
}
