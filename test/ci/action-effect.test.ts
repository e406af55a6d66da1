import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { markdownParts } from "../support/ci/markdown-parts.ts";
import { type Comment, commentsApi, type Files, gitIn, repository, runStep } from "./action-run.ts";
import { EXAMPLE } from "./examples.ts";

const HOST = EXAMPLE("worked-example/host-endpoint.yaml");
const POLICY = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: web }
spec:
  selector: has(host-endpoint)
  types: [Ingress]
  ingress:
    - { action: Allow, protocol: TCP, destination: { ports: [443] } }
`;
const OLD = { "policies/host.yaml": HOST, "policies/web.yaml": POLICY };
const NEW = { ...OLD, "policies/web.yaml": POLICY.replace("443", "8443") };

type Api = Awaited<ReturnType<typeof commentsApi>>;
const open: Api[] = [];
afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

async function api(options?: Parameters<typeof commentsApi>[0]): Promise<Api> {
  const made = await commentsApi(options);
  open.push(made);
  return made;
}

/** Runs the step in a checkout, for pull request 7. */
function effectIn(folder: string, base: string, head: string, { url }: { readonly url: string }, files = "policies") {
  const context = {
    "inputs.files": files,
    "inputs.token": "t0ken",
    "github.event.pull_request.base.sha": base,
    "github.event.pull_request.head.sha": head,
    "github.event.pull_request.number": "7",
  };
  return runStep("Effect", folder, context, { GITHUB_API_URL: url });
}

async function effectOf(before: Files, after: Files, server: Api, files?: string) {
  const { folder, commits } = repository(before, after);
  const [base = "", head = ""] = commits;
  return effectIn(folder, base, head, server, files);
}

test("the packets are in a comment, in the summary and in the log, and the state is an output", async () => {
  const server = await api();
  const ran = await effectOf(OLD, NEW, server);
  expect(ran).toMatchObject({ code: 0, outputs: "effect=some\n" });
  expect(server.comments.map(({ body }) => body)).toEqual([
    `<!-- calicoctl-effect ${marker(server)} -->\n${ran.summary}`,
  ]);
  const [first] = ran.summary.split("\n");
  expect(first).toBe("## Packets are decided differently");
  expect(ran.summary).toMatch(
    /### Newly allowed\n[^#]*\| `TCP anywhere -> the node : 8443` \|[^#]*`by policy web, ingress rule 1 \(policies\/web\.yaml:8\)`/,
  );
  expect(ran.summary).toMatch(/### Newly denied\n[^#]*\| `TCP anywhere -> the node : 443` \|/);
  expect(ran.log).toContain("| `TCP anywhere -> the node : 443` |");
  expect(server.requests.at(-1)).toBe("POST /repos/acme/policies/issues/7/comments Bearer t0ken");
});

const marker = ({ comments }: Api): string =>
  /^<!-- calicoctl-effect (\w{12}) -->/.exec(comments[0]?.body ?? "")?.[1] ?? "";

test("the comment is updated, also where nothing is decided differently any more", async () => {
  const server = await api();
  await effectOf(OLD, NEW, server);
  await effectOf(OLD, { ...OLD, "policies/web.yaml": POLICY.replace("443", "9443") }, server);
  expect(server.comments).toHaveLength(1);
  expect(server.comments[0]?.body).toContain(": 9443`");
  const ran = await effectOf(OLD, OLD, server);
  expect(ran.outputs).toBe("effect=none\n");
  expect(server.comments).toHaveLength(1);
  expect(server.comments[0]?.body).toContain("## No packet is decided differently\n");
});

test("where nothing is decided differently, there is no comment", async () => {
  const server = await api();
  expect(await effectOf(OLD, { ...OLD, "policies/web.yaml": `# why\n${POLICY}` }, server)).toMatchObject({ code: 0 });
  expect(server.comments).toEqual([]);
});

test("a person's comment with the marker is not touched, and ours is found behind a hundred others", async () => {
  const server = await api();
  await effectOf(OLD, NEW, server);
  const [own] = server.comments;
  const person = { login: "mallory", type: "User" };
  const others = Array.from(
    { length: 120 },
    (_, at): Comment => ({ id: 1000 + at, user: person, body: own?.body ?? "" }),
  );
  const second = await api({ comments: [...others, { ...(own as Comment), id: 5 }] });
  await effectOf(OLD, { ...OLD, "policies/web.yaml": POLICY.replace("443", "9443") }, second);
  expect(second.comments.filter(({ body }) => body.includes(": 9443`"))).toMatchObject([{ id: 5 }]);
  expect(second.comments).toHaveLength(121);
});

test.each([
  ["may not write", async () => api({ readOnly: true }), "the job may not write to pull requests (forks never may)"],
  ["cannot reach GitHub", async () => ({ url: "http://127.0.0.1:1" }), "bad port"],
])("a job that %s is warned, and has the summary", async (_, server, why) => {
  const { folder, commits } = repository(OLD, NEW);
  const ran = await effectIn(folder, commits[0] ?? "", commits[1] ?? "", await server());
  expect(ran.code).toBe(0);
  expect(ran.log).toContain(`::warning title=calicoctl::the comment cannot be written: ${why}\n`);
  expect(ran.summary).toContain(": 8443");
});

test("names of files can neither be markup nor be commands in the log", async () => {
  const server = await api();
  const name = "policies/`````\n@everyone|\n::error::<b>.yaml";
  const ran = await effectOf(OLD, { ...OLD, "policies/web.yaml": "", [name]: NEW["policies/web.yaml"] }, server);
  const { texts, code } = markdownParts(server.comments[0]?.body ?? "");
  expect(code.join("\n")).toContain("policies/`````\\n@everyone|\\n::error::<b>.yaml:8");
  expect(texts.join("\n")).not.toMatch(/@|everyone|error/);
  expect(ran.log.replace(/^::stop-commands::(\S+)\n[\s\S]*?^::\1::$/gm, "")).not.toContain("::error::");
});

test.each([
  ["a folder that the base does not have", { "a.txt": "" }, NEW, "Newly denied", "../base"],
  ["a folder that the pull request removes", OLD, { "a.txt": "" }, "Newly allowed", "."],
])("%s", async (_, before, after, heading, side) => {
  const server = await api();
  const ran = await effectOf(before, after, server);
  expect(ran).toMatchObject({ code: 0, outputs: "effect=some\n" });
  expect(ran.summary).toContain(`### ${heading}\n\n| packets`);
  expect(ran.summary).toContain(`warning: no resources in \`${side}\``);
});

test("several files, one a line", async () => {
  const server = await api();
  const ran = await effectOf(OLD, NEW, server, "policies/host.yaml\n policies/web.yaml \n");
  expect(ran.summary).toContain("(policies/web.yaml:8)`");
});

test.each([
  ["invalid manifests", { ...OLD, "policies/web.yaml": EXAMPLE("mistake.yaml") }, "policies", "field.unknown"],
  ["a file outside", NEW, "../policies", "files outside of the repository cannot be compared"],
])("%s fail the job without a comment", async (_, after, files, part) => {
  const server = await api();
  const ran = await effectOf(OLD, after, server, files);
  expect(ran.code).toBe(1);
  expect(ran.log).toContain(part);
  expect(server.comments).toEqual([]);
});

test("a merge commit of GitHub's is compared with its base, a branch with where it began", async () => {
  const { folder, commits } = repository(OLD, { ...OLD, "policies/web.yaml": POLICY.replace("443", "22") });
  const [start = "", main = ""] = commits;
  const git = gitIn(folder);
  git("checkout", "--quiet", "-b", "branch", start);
  git("commit", "--quiet", "--allow-empty", "--message", "nothing");
  const head = git("rev-parse", "HEAD").trim();
  const server = await api();
  expect((await effectIn(folder, main, head, server)).outputs).toBe("effect=none\n");
  git("checkout", "--quiet", "--detach", main);
  git("merge", "--quiet", "--no-ff", "--message", "merge", head);
  expect((await effectIn(folder, start, head, server)).outputs).toBe("effect=none\n");
});

test("a shallow checkout fetches the base", async () => {
  const { folder, commits } = repository(OLD, NEW);
  const clone = join(repository({}).folder, "clone");
  gitIn(folder)("clone", "--quiet", "--depth=1", `file://${folder}`, clone);
  gitIn(folder)("config", "uploadpack.allowAnySHA1InWant", "true");
  const server = await api();
  expect((await effectIn(clone, commits[0] ?? "", commits[1] ?? "", server)).outputs).toBe("effect=some\n");
});
