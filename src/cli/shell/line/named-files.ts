import { exists } from "../../../files/folder.ts";
import { kindForAlias } from "../../../model/kinds/kinds.ts";
import { shellWord } from "../../../model/shell-word.ts";
import type { Declaration } from "../command.ts";
import type { Io } from "../io/io.ts";
import type { KeptValues } from "../option.ts";
import { UsageError } from "../usage.ts";

/** A command's words and option values, as commander keeps them. */
export interface KeptLine {
  readonly words: readonly string[];
  readonly kept: KeptValues;
}

/**
 * The line with its files written out, of a command that reads manifests: words count as values of `-f` where the command takes files,
 * `a,b` is two files and `*.yaml` those that match, unless a file has that very name. Where nothing is named, a pipe is read.
 */
export async function withNamedFiles(
  { name, options, takesFiles, arguments: declared = [] }: Declaration,
  { words, kept }: KeptLine,
  io: Io,
): Promise<KeptLine> {
  if (!Object.hasOwn(options, "filename")) return { words, kept };
  const given = Array.isArray(kept.filename) ? kept.filename.map(String) : [];
  const isFile = takesFiles !== undefined;
  if (declared[0]?.completes === "kinds") refuseFiles(words, given, name);
  if (isFile) for (const word of words) refuseKind(word, name);
  const named = await Promise.all([...given, ...(isFile ? words : [])].map((file) => filesOf(file, name)));
  const files = named.flat();
  const readsPipe = takesFiles === "words or a pipe" && files.length === 0 && io.hasPipe?.() === true;
  if (readsPipe) io.stderr.write("reading standard input: no file is named with -f\n");
  return { words: isFile ? [] : words, kept: { ...kept, filename: readsPipe ? ["-"] : files } };
}

async function filesOf(text: string, command: string): Promise<readonly string[]> {
  if (text === "-" || exists(text)) return [text];
  if (/^https?:\/\//.test(text)) {
    const help = `fetch it first: curl -fsSL ${shellWord(text)} | calicoctl ${command} -f -`;
    throw new UsageError(`\`${text}\` is a URL: this tool reads files alone`, help);
  }
  // A comma in braces is the pattern's.
  const parts = text.split(/,(?![^{]*\})/).filter((part) => part !== "");
  if (parts.length > 1) return (await Promise.all(parts.map((part) => filesOf(part, command)))).flat();
  if (!/[*?[{]/.test(text)) return [text];
  const { filesMatching } = await import("../../../files/glob.ts");
  const files = filesMatching(text);
  if (files.length === 0) throw new UsageError(`no file matches \`${text}\``);
  return files;
}

/** `delete a.yaml` names no kind; nor does `delete -f a.yaml b.yaml`. */
function refuseFiles(words: readonly string[], given: readonly string[], command: string): void {
  const [first] = words;
  if (first === undefined || !words.every((word) => /\.(json|ya?ml)$/i.test(word) && exists(word))) return;
  const line = [...given, ...words].map((file) => `-f ${shellWord(file)}`).join(" ");
  throw new UsageError(`\`${first}\` is a file, not a kind`, `calicoctl ${command} ${line}`);
}

/** `apply hep h1` means no file: `hep` is a kind. */
function refuseKind(word: string, command: string): void {
  if (kindForAlias(word) === undefined || exists(word)) return;
  throw new UsageError(`unexpected argument \`${word}\`: it is a kind`, `calicoctl ${command} -f FILE`);
}
