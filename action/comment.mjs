/**
 * Writes what `diff --effect` printed into the job's summary, and into one comment of the pull request, which is updated from then
 * on. Where nothing is decided differently and there is no comment yet, none is written.
 *
 * Reads OUTPUT and NOTES (files: the Markdown, and what was printed beside it), EFFECT (none, some or not-proved), FILES, PULL_REQUEST
 * and TOKEN, and GitHub's own variables.
 */
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";

/** GitHub takes 65,536 characters, of which the Markdown has 60,000 at most. */
const MOST_OF_NOTES = 4_000;
const HEADINGS = {
  none: "No packet is decided differently",
  some: "Packets are decided differently",
  "not-proved": "Packets may be decided differently: not all could be proved",
};

const { OUTPUT, NOTES, EFFECT, FILES, PULL_REQUEST, TOKEN } = process.env;
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_STEP_SUMMARY } = process.env;
const notes = readFileSync(NOTES, "utf8").trimEnd();
const output = `${readFileSync(OUTPUT, "utf8").trimEnd()}${notes === "" ? "" : `\n\n${fenced(shortened(notes))}`}`;
const marker = `<!-- calicoctl-effect ${createHash("sha256").update(FILES).digest("hex").slice(0, 12)} -->`;
const text = `## ${HEADINGS[EFFECT]}\n\n${output}\n`;
const body = `${marker}\n${text}`;
appendFileSync(GITHUB_STEP_SUMMARY, text);
await writeComment().catch(({ cause, message }) => warn(cause?.message || message));

/** The text as a block of code, which ends at no text within it; in a block, GitHub reads neither markup nor names of users. */
function fenced(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** Its first lines, as many as a comment takes. */
function shortened(text) {
  if (text.length <= MOST_OF_NOTES) return text;
  const kept = text.slice(0, Math.max(0, text.lastIndexOf("\n", MOST_OF_NOTES)));
  const left = text.slice(kept.length).trimStart().split("\n").length;
  return `${kept}\n... and ${left} more lines, which the log of the job has`;
}

async function writeComment() {
  const comments = `/repos/${GITHUB_REPOSITORY}/issues/${PULL_REQUEST}/comments`;
  const found = await ownComment(comments);
  if (found === undefined && EFFECT === "none") return;
  const path = found === undefined ? comments : `/repos/${GITHUB_REPOSITORY}/issues/comments/${found.id}`;
  const { ok, status } = await request(found === undefined ? "POST" : "PATCH", path, { body });
  if (!ok) warn(status === 403 ? "the job may not write to pull requests (forks never may)" : `status ${status}`);
}

function warn(why) {
  process.stdout.write(`::warning title=calicoctl::the comment cannot be written: ${why}\n`);
}

/** The comment to update: with the marker, and by this token's user, as anybody can write one with the marker. */
async function ownComment(comments) {
  const { ok, value: user } = await request("GET", "/user");
  // The token of a workflow may not ask who it is; it is a bot's.
  const isOwn = (author) => (ok ? author?.login === user.login : author?.type === "Bot");
  for (let page = 1; ; page++) {
    const { ok: isRead, value: list } = await request("GET", `${comments}?per_page=100&page=${page}`);
    if (!isRead || list.length === 0) return undefined;
    const found = list.find(({ body, user: author }) => body?.startsWith(marker) && isOwn(author));
    if (found !== undefined || list.length < 100) return found;
  }
}

async function request(method, path, body) {
  const headers = {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${TOKEN}`,
    "content-type": "application/json",
    "user-agent": "calicoctl-ts",
    "x-github-api-version": "2022-11-28",
  };
  const response = await fetch(`${GITHUB_API_URL}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { ok: response.ok, status: response.status, value: response.ok ? await response.json() : undefined };
}
