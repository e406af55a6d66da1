// The built tool's own `main`, command after command, as client.ts sends them: each a line of JSON on standard input. The
// answers go to file descriptor 3 without a buffer, so that whoever kills this process knows what was acknowledged.
const fs = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { load } = require(join(__dirname, "..", "..", "bin", "calicoctl"));

const { main } = load().module.exports("src/cli/shell/main.ts");
for (const stream of [process, process.stdout, process.stderr]) stream.setMaxListeners(0);
const written = { stdout: "", stderr: "" };
for (const name of ["stdout", "stderr"]) {
  process[name].write = (chunk) => {
    written[name] += chunk;
    return true;
  };
}

const { writeSync } = fs;
fs.writeSync = (descriptor, bytes, at) => {
  written[descriptor === 1 ? "stdout" : "stderr"] += Buffer.from(bytes).toString("utf8", at);
  return bytes.length - at;
};

async function answerAll() {
  for await (const line of createInterface({ input: process.stdin })) {
    written.stdout = "";
    written.stderr = "";
    const code = await main(JSON.parse(line));
    writeSync(3, `${JSON.stringify({ code, ...written })}\n`);
  }
}

void answerAll();
