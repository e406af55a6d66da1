import { type GeneratedSuite, generateSuite, type SuiteWitness } from "../../../analysis/suite/generate-suite.ts";
import { FileFault, fileReason } from "../../../files/file-reason.ts";
import { type FolderFile, replaceFolder } from "../../../files/replace-folder.ts";
import type { NodeFacts } from "../../../model/flow.ts";
import { unknownName } from "../../../model/nearest.ts";
import { printable } from "../../../model/printable.ts";
import { simulateEveryChoice } from "../../../policy/flow/every-choice.ts";
import { commonExpectation } from "../../../report/suites/flow-entry.ts";
import { type SuiteEntry, suiteFile, suiteSummary } from "../../../report/suites/suite-file.ts";
import { wrappedLines } from "../../../report/wrapped-cell.ts";
import { factsOfNodes } from "../../../scenario/all-node-facts.ts";
import { factsOfNode } from "../../../scenario/node-facts.ts";
import type { Scenario } from "../../../scenario/scenario.ts";
import type { CommandContext } from "../../shell/context.ts";
import { printDiagnostics, styleFor } from "../../shell/io/print-diagnostics.ts";
import { EXIT, UsageError } from "../../shell/usage.ts";

/** The end of the names of generated files, by which a folder of them is known. */
const SUFFIX = ".generated.yaml";
const MARKER = {
  name: ".calicoctl-flows",
  text: "Written by `calicoctl test --generate`, which replaces this folder as a whole.\n",
};

/** Where a suite is written, and of which node it is. */
interface SuiteOptions {
  /** The folder; `undefined` for standard output. */
  readonly folder: string | undefined;
  readonly node: string | undefined;
}

/** Writes flow files that reach all that packets can reach; returns the exit code, 3 where that is not proved. */
export function writeSuite(scenario: Scenario, { folder, node }: SuiteOptions, { io }: CommandContext): number {
  const facts = factsOfNodes(scenario);
  if (node !== undefined && facts.every((one) => one.node !== node)) {
    const { message, help } = unknownName(
      "node",
      node,
      facts.map((one) => one.node),
    );
    throw new UsageError(message, help);
  }
  const suite = generateSuite(scenario.world, facts, node);
  const files = filesOf(scenario, suite);
  if (folder === undefined) {
    const [file, ...more] = files;
    if (more.length > 0) {
      const help = "name one with --node, or a folder for a file of each";
      throw new UsageError(`a flow file is of one node, and packets enter ${files.length}`, help);
    }
    if (file !== undefined) io.stdout.writeData(file.text);
  } else if (!written(folder, files, io)) return EXIT.failed;
  io.stderr.write(wrappedLines(suiteSummary(suite), styleFor(io.stderr).width));
  return suite.notProved.length > 0 ? EXIT.unmet : EXIT.ok;
}

/** The files of a suite, one a node. */
function filesOf(scenario: Scenario, { witnesses }: GeneratedSuite): readonly FolderFile[] {
  const nodes = [...new Set(witnesses.map(({ facts }) => facts.node))].sort();
  return nodes.map((node) => {
    const own = witnesses.filter(({ facts }) => facts.node === node);
    const given = factsOfNode(scenario.saved, node);
    const interfaces = own.map(({ facts }) => (facts.chosen?.of ?? facts).interfaces).find((one) => one !== undefined);
    const isGiven = JSON.stringify(interfaces) === JSON.stringify(given.interfaces);
    const stated = { node, ...(interfaces && !isGiven && { interfaces }) };
    const facts = factsOfNode(scenario.saved, node, stated.interfaces && { interfaces: stated.interfaces });
    const entries = own.map((witness) => entryOf(scenario, witness, facts));
    return { name: `${node.replace(/[^\w.-]/g, "_")}${SUFFIX}`, text: suiteFile(stated, entries) };
  });
}

/** The flow with what it is expected to be, as `test` will evaluate it; without where choices of the node differ. */
function entryOf({ world }: Scenario, { target, flow }: SuiteWitness, facts: NodeFacts): SuiteEntry {
  const { choices } = simulateEveryChoice(world, facts, flow, { trace: "matches" });
  const expect = commonExpectation(choices.map(({ outcome }) => outcome));
  return { target, flow: { ...flow, ...(expect && { expect }) } };
}

function written(folder: string, files: readonly FolderFile[], io: CommandContext["io"]): boolean {
  try {
    replaceFolder(folder, files, { marker: MARKER, isOurs: (name) => name.endsWith(SUFFIX) });
  } catch (error) {
    const message = `cannot write \`${folder}\`: ${fileReason(error)}`;
    const help = error instanceof FileFault ? "name a new folder, or one that --generate has made" : undefined;
    printDiagnostics([{ severity: "error", code: "test.folder", message, ...(help && { help }) }], [], io);
    return false;
  }
  io.stdout.write(`Successfully wrote flows of ${files.length} node(s) to ${printable(folder)}\n`);
  return true;
}
