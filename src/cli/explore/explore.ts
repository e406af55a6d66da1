import { untilAborted } from "../../datastore/kv/abort.ts";
import { fileReason } from "../../files/file-reason.ts";
import { isStdin } from "../../files/read-text.ts";
import { saveFile } from "../../files/save-file.ts";
import { type Diagnostic, hasErrors } from "../../model/diagnostic.ts";
import { printable } from "../../model/printable.ts";
import type { PageData } from "../../web/engine/page-data.ts";
import { printRefusal, readScenario, type ScenarioOptions } from "../scenario/open-scenario.ts";
import type { CommandContext } from "../shell/context.ts";
import { printDiagnostics } from "../shell/io/print-diagnostics.ts";
import { EXIT } from "../shell/usage.ts";
import { type Applying, type ApplyOptions, applying } from "./apply/applying.ts";
import { followSources } from "./follow-sources.ts";
import { openBrowser } from "./open-browser.ts";
import { LEFT_OUT, pageData } from "./page-data.ts";
import { readPageFlows } from "./page-flows.ts";
import { type PageServer, servePage } from "./page-server.ts";
import { PageVersions } from "./page-versions.ts";
import { RepeatedMessages } from "./repeated-messages.ts";
import { emptyPage, isSavedPage, webPage } from "./web-page.ts";

/** What `explore` shows, and where. */
export interface ExploreOptions {
  readonly scenario: ScenarioOptions;
  /** Flow files, and folders of them. */
  readonly flows: readonly string[];
  /** The file that the page is saved as; `undefined`: it is served. */
  readonly save: string | undefined;
  readonly port: number;
  /** Whether the browser of the user is opened. */
  readonly open: boolean;
  /** How the page may write to the datastore; `undefined`: it only reads. */
  readonly apply: ApplyOptions | undefined;
}

/** Saves the page, or serves it until the user interrupts. Returns the exit code. */
export async function explore(options: ExploreOptions, given: CommandContext): Promise<number> {
  const context = withStdinOnce(given);
  const messages = new RepeatedMessages();
  const data = await messages.during(context, (inner) => readPage(options, inner));
  if (data === undefined) return EXIT.failed;
  const code = hasErrors([...data.diagnostics, ...(data.flows ?? []).flatMap(({ diagnostics }) => diagnostics)])
    ? EXIT.failed
    : EXIT.ok;
  if (options.save !== undefined) return savePage(data, options.save, context) ? code : EXIT.failed;
  const isServed = await serve(data, options, { context, messages });
  return isServed ? code : EXIT.failed;
}

/** The context with standard input that can be read again, as it was read first. */
function withStdinOnce(context: CommandContext): CommandContext {
  let text: string | undefined;
  const readStdin = (): string => {
    text ??= context.io.readStdin();
    return text;
  };
  return { ...context, io: { ...context.io, readStdin } };
}

/** Reads what the page is about; reports findings, and where there is no page why. */
async function readPage(
  { scenario, flows: named }: ExploreOptions,
  context: CommandContext,
): Promise<PageData | undefined> {
  const { io } = context;
  const flows = readPageFlows(named, io);
  const read = await readScenario(scenario, context);
  if (!read.ok) {
    printRefusal(read.refusal, io);
    return undefined;
  }
  const { parts, manifests } = read;
  printDiagnostics(parts.diagnostics, parts.sources, io);
  const skipKinds = (scenario.skipKinds ?? []).flatMap((kinds) => kinds.split(","));
  const data = pageData(parts, manifests, { title: titleOf(scenario), skipKinds, flows });
  printDiagnostics(
    data.diagnostics.filter(({ code }) => code === LEFT_OUT),
    [],
    io,
  );
  return data;
}

function titleOf({ filename, offline }: ScenarioOptions): string {
  const files = filename.map((name) => (isStdin(name) ? "standard input" : name)).join(", ");
  if (offline) return files;
  return files === "" ? "the datastore" : `the datastore with ${files}`;
}

function savePage(data: PageData, path: string, context: CommandContext): boolean {
  const { io } = context;
  const page = webPage(emptyPage(), data);
  try {
    saveFile(path, page, isSavedPage);
  } catch (fault) {
    const help = "name a file that is not there, or one of an earlier `explore --save`";
    reportError({ code: "explore.save", message: `cannot save \`${path}\`: ${fileReason(fault)}`, help }, context);
    return false;
  }
  io.stdout.write(`Successfully saved the page as ${printable(path)}\n`);
  return true;
}

async function readAgain(options: ExploreOptions, context: CommandContext): Promise<PageData | undefined> {
  const data = await readPage(options, context);
  if (data === undefined) context.io.stderr.write("the page still shows what was read before\n");
  return data;
}

/**
 * When all is read once more after a read that found something new. A watch of an embedded store looks at it now and then: what is
 * written before a read and taken back before the next look is not noticed by it.
 */
const LATER_MILLISECONDS = 500;

/** What serving needs besides its options. */
interface Surroundings {
  readonly context: CommandContext;
  readonly messages: RepeatedMessages;
}

/** Serves the page until the user interrupts; false where the port cannot be had. */
async function serve(data: PageData, options: ExploreOptions, { context, messages }: Surroundings): Promise<boolean> {
  const versions = new PageVersions(data);
  let server: PageServer | undefined;
  let [isLost, isUnread, isOver] = [false, false, false];
  let later: NodeJS.Timeout | undefined;
  // One read after the other: an older one must not be shown last.
  let reading: Promise<void> = Promise.resolve();
  const read = async (): Promise<void> => {
    const next = await messages.during(context, (inner) => readAgain(options, inner));
    isUnread = next === undefined;
    if (next !== undefined && server?.publish(next) && !isOver) {
      clearTimeout(later);
      later = setTimeout(() => void again().catch(() => undefined), LATER_MILLISECONDS);
    }
    server?.setStale(isLost || isUnread);
  };
  const again = (): Promise<void> => {
    reading = reading.catch(() => undefined).then(read);
    return reading;
  };
  const writing = options.apply && applying(options.apply, { context, versions, refresh: again });
  server = await startServer(versions, options.port, writing?.routes, context);
  if (server === undefined) return false;
  const onLost = (lost: boolean): void => {
    isLost = lost;
    server?.setStale(isLost || isUnread);
  };
  try {
    await serveUntilInterrupted(server, options, writing, context, (signal) =>
      followSources(options, messages.without(context), { again, onLost, signal }),
    );
  } finally {
    isOver = true;
    clearTimeout(later);
  }
  return true;
}

async function startServer(
  versions: PageVersions,
  port: number,
  posts: Applying["routes"] | undefined,
  context: CommandContext,
): Promise<PageServer | undefined> {
  try {
    return await servePage(versions, port, posts);
  } catch (fault) {
    const message = `cannot serve the page on port ${port}: ${fileReason(fault)}`;
    reportError({ code: "explore.port", message, help: "--port 0 takes one that is free" }, context);
    return undefined;
  }
}

async function serveUntilInterrupted(
  server: PageServer,
  { open }: ExploreOptions,
  writing: Applying | undefined,
  { io }: CommandContext,
  follow: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  const releases = [io.onInterrupt(() => ended.abort()), io.stdout.onClose(() => ended.abort())];
  try {
    io.stdout.write(`${server.address}\n`);
    const may = writing === undefined ? "" : ", who may write to the datastore";
    io.stderr.write(`the page is for who has this address${may}; Ctrl-C ends it\n`);
    if (open) releases.push(openBrowser(server.address, io));
    // What a datastore does not answer is not waited for.
    await untilAborted(follow(ended.signal), ended.signal).catch((fault: unknown) => {
      if (!ended.signal.aborted) throw fault;
    });
  } finally {
    for (const release of releases) release();
    await writing?.settled();
    await server.close();
  }
  io.endSoon?.();
}

function reportError(error: Omit<Diagnostic, "severity">, { io }: CommandContext): void {
  printDiagnostics([{ severity: "error", ...error }], [], io);
}
