import { describe, expect, test } from "vitest";
import { session } from "../../../support/cli.ts";
import { tmpFolder } from "../../../support/tmp.ts";

const HEP = JSON.stringify({
  apiVersion: "projectcalico.org/v3",
  kind: "HostEndpoint",
  metadata: { name: "a" },
  spec: { node: "n", interfaceName: "eth0" },
});

/** Folders by what is in them. */
const FOLDERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  whole: { "d/a.yaml": HEP },
  cut: { "d/a.yaml": HEP, "d/b.yaml": "" },
  blank: { "d/a.yaml": HEP, "d/b.yaml": " \n\n" },
  comment: { "d/a.yaml": HEP, "d/b.yaml": "# nothing yet\n" },
  empty: { "d/a.yaml": "", "d/b.yaml": "\n" },
};
const COMMANDS = ["create", "apply", "replace", "delete", "get", "validate"];

/** Runs a command on one of the folders, with the endpoint in the store where the command needs it. */
async function on(folder: string, command: string, more = "") {
  const path = tmpFolder(FOLDERS[folder]);
  const run = session(path);
  if (command !== "create") await run("create -f -", HEP);
  return run(`${command} -f ${path}/d ${more}`.trim());
}

describe.each(COMMANDS)("%s", (command) => {
  test.each([
    ["whole", "", 0],
    ["whole", "--skip-empty", 0],
    ["cut", "", 1],
    ["cut", "--skip-empty", 0],
    ["blank", "", 1],
    ["blank", "--skip-empty", 0],
    ["comment", "", 0],
    ["comment", "--skip-empty", 0],
    ["empty", "", 1],
    ["empty", "--skip-empty", 0],
  ])("%s folder %s", async (folder, more, code) => {
    const ran = await on(folder, command, more);
    expect(ran.code, ran.stderr).toBe(code);
    if (code === 1) expect(ran.stderr).toMatch(/error: no resources in `.*` \[input\.empty\]/);
    if (code === 1) expect(ran.stdout).toBe("");
    if (folder === "cut" && code === 1) expect(ran.stderr).toContain("/d/b.yaml`");
    if (folder === "empty" && code === 0) expect(ran.stdout).toBe("No resources specified\n");
    else if (code === 0) expect(ran.stdout).not.toContain("No resources");
  });
});

test.each(COMMANDS.flatMap((command) => ["d", "none.yaml"].map((first) => [command, first] as const)))(
  "%s --skip-empty -f %s: a file that cannot be read is not an empty one",
  async (command, first) => {
    const path = tmpFolder({ ...FOLDERS.empty, "none.yaml/x": "" });
    const ran = await session(path)(`${command} --skip-empty -f ${path}/${first} -f ${path}/missing.yaml`);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("missing.yaml");
  },
);

test.each(["json", "sarif", "junit", "github", "gitlab"])(
  "validate -o %s without resources still prints data",
  async (format) => {
    const ran = await on("empty", "validate", `--skip-empty -o ${format}`);
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toContain("No resources");
  },
);
