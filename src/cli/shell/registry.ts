import { type Command, commandOf } from "./command.ts";

/**
 * The commands by name, in the order of help. Each is one file of commands/, loaded when a line names it: a command
 * starts no slower for there being others.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  create: async () => commandOf(await import("../commands/writing/create.ts")),
  apply: async () => commandOf(await import("../commands/writing/apply.ts")),
  replace: async () => commandOf(await import("../commands/writing/replace.ts")),
  delete: async () => commandOf(await import("../commands/writing/delete.ts")),
  get: async () => commandOf(await import("../commands/get.ts")),
  describe: async () => commandOf(await import("../commands/showing/describe.ts")),
  convert: async () => commandOf(await import("../commands/convert.ts")),
  validate: async () => commandOf(await import("../commands/validate.ts")),
  lint: async () => commandOf(await import("../commands/lint.ts")),
  label: async () => commandOf(await import("../commands/writing/label.ts")),
  annotate: async () => commandOf(await import("../commands/writing/annotate.ts")),
  patch: async () => commandOf(await import("../commands/writing/patch.ts")),
  edit: async () => commandOf(await import("../commands/writing/edit.ts")),
  guard: async () => commandOf(await import("../commands/guard.ts")),
  diff: async () => commandOf(await import("../commands/diff.ts")),
  export: async () => commandOf(await import("../commands/export.ts")),
  import: async () => commandOf(await import("../commands/writing/import.ts")),
  confirm: async () => commandOf(await import("../commands/writing/confirm.ts")),
  rollback: async () => commandOf(await import("../commands/writing/rollback.ts")),
  snapshot: async () => commandOf(await import("../commands/snapshot.ts")),
  datastore: async () => commandOf(await import("../commands/datastore.ts")),
  explain: async () => commandOf(await import("../commands/explain.ts")),
  node: async () => commandOf(await import("../commands/showing/node.ts")),
  config: async () => commandOf(await import("../commands/showing/config.ts")),
  "api-resources": async () => commandOf(await import("../commands/showing/api-resources.ts")),
  completion: async () => commandOf(await import("../commands/completion.ts")),
  simulate: async () => commandOf(await import("../commands/simulate.ts")),
  test: async () => commandOf(await import("../commands/test.ts")),
  exposure: async () => commandOf(await import("../commands/exposure.ts")),
  explore: async () => commandOf(await import("../commands/explore.ts")),
  version: async () => commandOf(await import("../commands/version.ts")),
};

/** The command of that name; `undefined` where there is none. */
export async function commandNamed(name: string): Promise<Command | undefined> {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
}

/** All commands, in the order of help. */
export async function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}
