import { join } from "node:path";
import { exists, makeFolder } from "../../files/folder.ts";
import { checkReplaceable, type ReplaceOptions, replaceFolder } from "../../files/replace-folder.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import { shellWord } from "../../model/shell-word.ts";
import type { CommandContext } from "../shell/context.ts";
import { errorLine } from "../shell/io/error-line.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { operatingSystem } from "../shell/io/programs.ts";
import { attemptFolder, type FolderRefusal, withMissing } from "../shell/io/replaceable-folder.ts";
import { EXIT } from "../shell/usage.ts";
import { type CollectedFacts, collectFacts } from "./collect-facts.ts";
import { FACT_COMMANDS } from "./fact-commands.ts";

/** Where the facts of this node go. */
export interface SaveFactsOptions {
  readonly folder: string;
  /** The node's name: its facts get a folder of that name in `folder`. */
  readonly node: string | undefined;
  /** Whether the rest is saved where commands fail. */
  readonly allowMissing: boolean;
}

const FILES = new Set(FACT_COMMANDS.map(({ file }) => file));
const REPLACE: ReplaceOptions = {
  marker: {
    name: ".calicoctl-node-facts",
    text: "Written by `calicoctl node facts`, which replaces this folder as a whole.\n",
  },
  isOurs: (name) => FILES.has(name),
};
const REFUSAL: FolderRefusal = {
  code: "facts.save",
  help: "name a folder that does not exist, or one that this has saved",
};

/** Saves what `simulate` needs to know of this node; the folder is complete, or as it was. Returns the exit code. */
export async function saveFacts(options: SaveFactsOptions, { io, timeoutMs }: CommandContext): Promise<number> {
  const { node, allowMissing } = options;
  const folder = node === undefined ? options.folder : join(options.folder, node);
  if (operatingSystem() !== "linux") {
    io.stderr.write(
      errorLine({
        message: "the facts of a node can be saved on Linux only",
        help: "run this on the node; docs/node-facts.md has the commands",
      }),
    );
    return EXIT.failed;
  }
  const isNew = node !== undefined && !exists(options.folder);
  if (!isNew && !attemptFolder(folder, () => void checkReplaceable(folder, REPLACE), REFUSAL, io)) return EXIT.failed;
  const collected = await collectFacts(io.env, timeoutMs);
  const { files, diagnostics, sources, missing } = collected;
  printDiagnostics([...diagnostics, ...missing.map((one) => missingCommand(one, allowMissing))], sources, io);
  const isLacking = missing.some(({ of }) => of.unknown !== undefined);
  if ((isLacking && !allowMissing) || files.length === 0) {
    io.stderr.write(`nothing was written${files.length === 0 ? "" : "; --allow-missing writes the rest"}\n`);
    return EXIT.failed;
  }
  const save = (): void => {
    if (isNew) makeFolder(options.folder);
    replaceFolder(folder, files, replacing(collected));
  };
  if (!attemptFolder(folder, save, REFUSAL, io)) return EXIT.failed;
  io.stdout.write(`Successfully saved ${files.length} file(s) of facts in ${printable(folder)}\n`);
  io.stderr.write(`use them with --facts ${shellWord(options.folder)}\n`);
  return EXIT.ok;
}

/** The marker also says what the folder lacks. */
function replacing({ missing }: CollectedFacts): ReplaceOptions {
  return withMissing(
    REPLACE,
    missing.map(({ of, reason }) => `Without \`${of.command.join(" ")}\`: ${printable(reason)}.`),
  );
}

function missingCommand({ of, reason, help }: CollectedFacts["missing"][number], isAllowed: boolean): Diagnostic {
  const unknown = of.unknown === undefined ? "" : `; unknown without it: ${of.unknown}`;
  return {
    severity: isAllowed || of.unknown === undefined ? "warning" : "error",
    code: "facts.command",
    message: `\`${of.command.join(" ")}\`: ${reason}${unknown}`,
    help,
  };
}
