import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node.js";

/** What the server says of a text whose cursor stands at `|`. */
export interface Answer {
  /** What it offers, in its order; each once. */
  readonly offered: readonly CompletionItem[];
  /** What it shows when the mouse rests there, in Markdown. */
  readonly hover: string;
  /** `LINE:COLUMN MESSAGE` of each problem, from 1. */
  readonly problems: readonly string[];
}

const require = createRequire(import.meta.url);
const PROGRAM = require.resolve("yaml-language-server/bin/yaml-language-server");

/** The real YAML language server, as editors start it, with one schema for all files. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #published = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  #files = 0;

  /** `schema`: the path of the schema for files without a line of their own; absent: there is none. */
  constructor(schema?: string) {
    this.#child = spawn(process.execPath, [PROGRAM, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const { stdin, stdout } = this.#child;
    if (stdin === null || stdout === null) throw new Error("the server has no streams");
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const schemas = schema === undefined ? {} : { [pathToFileURL(schema).href]: "*" };
    const settings = { schemas, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } };
    const yaml = { ...settings, validate: true, hover: true, completion: true };
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => (section === "yaml" ? yaml : {})),
    );
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
      this.#published.get(uri)?.(diagnostics),
    );
    this.#connection.listen();
  }

  /** Begins the conversation. */
  async start(): Promise<void> {
    const textDocument = {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
      hover: { contentFormat: ["markdown"] },
    };
    const capabilities = { workspace: { configuration: true }, textDocument };
    await this.#connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
    await this.#connection.sendNotification("initialized", {});
  }

  /** Opens a file of this text, without the mark of the cursor, as if it had that path, and returns what the server says of it. */
  async ask(marked: string, mark = "|", path = ""): Promise<Answer> {
    const cursor = marked.indexOf(mark);
    const text = cursor < 0 ? marked : marked.slice(0, cursor) + marked.slice(cursor + mark.length);
    const lines = marked.slice(0, Math.max(cursor, 0)).split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    this.#files++;
    const uri = path === "" ? `file:///tests/${this.#files}.yaml` : pathToFileURL(path).href;
    const published = new Promise<readonly Diagnostic[]>((resolve) => this.#published.set(uri, resolve));
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    await this.#connection.sendNotification("textDocument/didOpen", { textDocument });
    const diagnostics = await published;
    const at = { textDocument: { uri }, position };
    const completion = await this.#connection.sendRequest<CompletionList | null>("textDocument/completion", at);
    const hover = await this.#connection.sendRequest<Hover | null>("textDocument/hover", at);
    return { offered: completion?.items ?? [], hover: hoverText(hover), problems: diagnostics.map(problem) };
  }

  /** Ends the conversation and the server. */
  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    const ended = new Promise<void>((resolve) => this.#child.once("close", () => resolve()));
    await this.#connection.sendNotification("exit");
    await ended;
    this.#connection.dispose();
  }
}

const hoverText = (hover: Hover | null): string =>
  hover !== null && typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";

const problem = ({ range, message }: Diagnostic): string =>
  `${range.start.line + 1}:${range.start.character + 1} ${message}`;
