import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { tmpFolder } from "../support/tmp.ts";

export const ROOT = join(import.meta.dirname, "..", "..");

/** One step of a composite action. */
interface Step {
  readonly name: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

/** The action as GitHub reads it. */
export const ACTION: {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
} = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));

/** The step of that name. */
export function stepNamed(name: string): Step {
  const step = ACTION.runs.steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(`no step ${name}`);
  return step;
}

/** Files of one commit, by their paths. */
export type Files = Readonly<Record<string, string>>;

const GIT = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];

/** A git repository with a commit for each of the given states, and the names of the commits. */
export function repository(...states: readonly Files[]): {
  readonly folder: string;
  readonly commits: readonly string[];
} {
  const folder = tmpFolder();
  const git = gitIn(folder);
  git("init", "--quiet", "--initial-branch=main");
  const commits = states.map((files) => {
    for (const name of git("ls-files", "-z").split("\0")) if (name !== "") rmSync(join(folder, name));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "state");
    return git("rev-parse", "HEAD").trim();
  });
  return { folder, commits };
}

/** Runs git in a folder. */
export function gitIn(folder: string): (...words: readonly string[]) => string {
  return (...words) => execFileSync("git", [...GIT, ...words], { cwd: folder, encoding: "utf8" });
}

/** What a step leaves behind. */
export interface StepRun {
  readonly code: number;
  /** Its log. */
  readonly log: string;
  readonly outputs: string;
  readonly summary: string;
  readonly path: string;
}

/** What GitHub's expressions in `env` stand for, by their text: `inputs.files`, `github.event.pull_request.number`. */
export type Context = Readonly<Record<string, string>>;

/** Runs a step as GitHub does, in the folder of a checkout. */
export function runStep(
  name: string,
  folder: string,
  context: Context,
  more: NodeJS.ProcessEnv = {},
): Promise<StepRun> {
  const { run, env = {} } = stepNamed(name);
  const files = tmpFolder({ outputs: "", summary: "", path: "" });
  const read = (file: string) => readFileSync(join(files, file), "utf8");
  const values = Object.entries(env).map(([key, value]) => [key, resolved(value, context)]);
  const all = {
    PATH: process.env.PATH,
    HOME: files,
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_OUTPUT: join(files, "outputs"),
    GITHUB_STEP_SUMMARY: join(files, "summary"),
    GITHUB_PATH: join(files, "path"),
    GITHUB_REPOSITORY: "acme/policies",
    ...Object.fromEntries(values),
    ...more,
  };
  return runScript(run, folder, all).then((ran) => {
    return { ...ran, outputs: read("outputs"), summary: read("summary"), path: read("path") };
  });
}

/** Runs a script in bash as CI services do; returns its exit code and all that it printed. */
export function runScript(
  script: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Pick<StepRun, "code" | "log">> {
  return new Promise((resolve) => {
    const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
    const child = execFile("bash", words, { cwd: folder, env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, log: stdout + stderr });
    });
  });
}

/** The value of an entry of `env`: what its only expression stands for, the input's default where the context has none. */
function resolved(value: string, context: Context): string {
  const name = /^\$\{\{ ([\w.-]+) \}\}$/.exec(value)?.[1] ?? "";
  const given = context[name] ?? ACTION.inputs[name.replace(/^inputs\./, "")]?.default;
  if (given === undefined && !(name.replace(/^inputs\./, "") in ACTION.inputs)) throw new Error(`what is ${value}?`);
  return given ?? "";
}

/** A comment as GitHub's API has it. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string; readonly type: string };
  readonly body: string;
}

/** A server of the part of GitHub's API that is about the comments of pull request 7; `close` ends it. */
export async function commentsApi(
  options: { readonly readOnly?: boolean; readonly comments?: readonly Comment[] } = {},
) {
  const comments: Comment[] = [...(options.comments ?? [])];
  const requests: string[] = [];
  const user = { login: "github-actions[bot]", type: "Bot" };
  const answer = (method: string, url: URL, body: string): [number, unknown] => {
    if (url.pathname === "/user" || (options.readOnly && method !== "GET")) return [403, { message: "no access" }];
    const of = "/repos/acme/policies/issues";
    if (url.pathname === `${of}/7/comments` && method === "GET") {
      const start = (Number(url.searchParams.get("page")) - 1) * 100;
      return [200, comments.slice(start, start + 100)];
    }
    if (url.pathname === `${of}/7/comments`) {
      const made = { id: comments.length + 1, user, body: JSON.parse(body).body };
      comments.push(made);
      return [201, made];
    }
    const at = comments.findIndex(({ id }) => url.pathname === `${of}/comments/${id}`);
    const found = comments[at];
    if (found === undefined || method !== "PATCH") return [404, {}];
    comments[at] = { ...found, body: JSON.parse(body).body };
    return [200, comments[at]];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      requests.push(`${method} ${url} ${headers.authorization}`);
      const [status, value] = answer(method, new URL(url, "http://localhost"), Buffer.concat(chunks).toString());
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
