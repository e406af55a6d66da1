/**
 * Compares this tool's reading of YAML with Go's on texts made by chance, and records Go's answers for
 * test/manifest/yaml/go-answers.test.ts. Needs Go; the product and its tests do not.
 *
 *     (mkdir -p /tmp/go-yaml && cp scripts/yaml-differential/main.go /tmp/go-yaml && cd /tmp/go-yaml && go mod init go-yaml &&
 *      go get sigs.k8s.io/yaml@v1.4.0 && go build -o go-yaml .)
 *     npx tsx scripts/yaml-differential.ts /tmp/go-yaml/go-yaml COUNT SEED [RECORDING]
 *
 * RECORDING is a file to write (JSON lines, gzip). Prints what was counted, and every fault with its text; exit code 1 for a fault.
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { splitDocuments } from "../src/manifest/yaml/split.ts";
import { canonicalJson } from "./yaml-differential/canonical.ts";
import { judge } from "./yaml-differential/judge.ts";
import { yamlTexts } from "./yaml-differential/texts.ts";

const [binary = "", count = "5000", seed = "1", recording] = process.argv.slice(2);
const examples = join(import.meta.dirname, "..", "examples", "worked-example");
const manifests = ["policy", "host-endpoint", "pod"].map((name) =>
  readFileSync(join(examples, `${name}.yaml`), "utf8"),
);

/** The first documents of so many texts that differ; what stands in a `---` line is never read. */
function* documents(): Generator<string> {
  const seen = new Set<string>();
  for (const text of yamlTexts(Number(seed), manifests)) {
    const pieces = /^---/m.test(text) ? splitDocuments(text).pieces.map((piece) => piece.text) : [text];
    for (const piece of pieces) {
      if (piece.includes("\0") || seen.has(piece)) continue;
      seen.add(piece);
      yield piece;
      if (seen.size >= Number(count)) return;
    }
  }
}

/** Asks the Go program about texts in order: `OK` and JSON, or `ERR` and a reason. */
function goReader(): { readonly ask: (text: string) => Promise<string>; readonly end: () => void } {
  const child = spawn(binary, [], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting: ((answer: string) => void)[] = [];
  let pending = "";
  child.stdout.setEncoding("utf8").on("data", (data: string) => {
    const lines = (pending + data).split("\n");
    pending = lines.pop() ?? "";
    for (const line of lines) waiting.shift()?.(line);
  });
  return {
    ask: (text) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${text}\0`);
      }),
    end: () => child.stdin.end(),
  };
}

const counts = new Map<string, number>();
const faults: string[] = [];
const lines: string[] = [];
const go = goReader();
for (const text of documents()) {
  const reply = await go.ask(text);
  const answer = reply.startsWith("OK ") ? canonicalJson(reply.slice(3)) : undefined;
  const verdict = judge(text, answer);
  const kind = verdict.kind === "refused" ? `refused ${verdict.code}` : verdict.kind;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (verdict.kind === "fault") faults.push(`${JSON.stringify(text)}\n  ${verdict.what} (${reply.slice(0, 120)})`);
  lines.push(JSON.stringify(answer === undefined ? [text] : [text, answer]));
}
go.end();
if (recording !== undefined) writeFileSync(recording, gzipSync(`${lines.join("\n")}\n`, { level: 9 }));
console.log(
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, number]) => `${number} ${kind}`)
    .join("\n"),
);
for (const fault of faults.sort((a, b) => a.length - b.length)) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
