import type { Plan } from "../../../../src/cli/way-back/journal/journal-form.ts";

/** The plan of a change whose command has ended. */
export const PLAN: Plan = {
  form: 2,
  id: "0a1b2c",
  command: "apply",
  begun: "2026-01-01T00:00:00.000Z",
  seconds: 60,
  datastore: "store in memory",
  access: { env: {}, needs: [], timeoutMs: 1000 },
  writer: { pid: 4_000_000, started: "1", boot: "an earlier start" },
};
