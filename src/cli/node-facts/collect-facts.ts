import type { FolderFile } from "../../files/replace-folder.ts";
import { type Diagnostic, hasErrors, type SourceText } from "../../model/diagnostic.ts";
import { type ProgramEnd, runProgram } from "../shell/io/programs.ts";
import { FACT_COMMANDS, type FactCommand } from "./fact-commands.ts";

/** What the commands printed, as the files of a folder, and what could not be learnt. */
export interface CollectedFacts {
  readonly files: readonly FolderFile[];
  /** What `simulate` will say about the files. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** The commands that failed, each with its reason. */
  readonly missing: readonly { readonly of: FactCommand; readonly reason: string; readonly help: string }[];
}

/** Most of what a program wrote on stderr that a reason repeats. */
const LONGEST_REASON = 200;

/** Asks the node all that is saved of it, one command after the other; writes nothing. */
export async function collectFacts(
  env: Readonly<Record<string, string | undefined>>,
  timeoutMs: number,
): Promise<CollectedFacts> {
  const files: FolderFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources: SourceText[] = [];
  const missing: CollectedFacts["missing"][number][] = [];
  for (const of of FACT_COMMANDS) {
    const end = await runProgram(of.command, { env: { ...env, LC_ALL: "C" }, timeoutMs });
    if (end.kind === "failed" || end.code !== 0) {
      missing.push({ of, ...failureOf(of, end) });
      continue;
    }
    const text = end.stdout.trim() === "" ? of.empty : end.stdout;
    const found = of.read?.(text, of.file) ?? [];
    if (hasErrors(found)) {
      missing.push({ of, reason: found[0]?.message ?? "", help: `see what \`${of.command.join(" ")}\` prints` });
      continue;
    }
    files.push({ name: of.file, text });
    sources.push({ name: of.file, text });
    diagnostics.push(...found);
  }
  return { files, diagnostics, sources, missing };
}

/** Why a command printed nothing to save, and what to do about it. */
function failureOf({ command: [program] }: FactCommand, end: ProgramEnd): { reason: string; help: string } {
  if (end.kind === "failed") {
    const help = `install ${program === "ip" ? "iproute2" : "iptables"}, or use sudo, whose path has /usr/sbin`;
    return { reason: end.reason, help };
  }
  const firstLine = end.stderr.split("\n").find((line) => line.trim() !== "") ?? "";
  const words = firstLine === "" ? "" : `: ${firstLine.trim().slice(0, LONGEST_REASON)}`;
  return { reason: `it ended with exit code ${end.code}${words}`, help: "run this as root on the node" };
}
