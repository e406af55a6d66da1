import { UsageError } from "../../shell/usage.ts";

/** `client`: only the input is checked; `server`: it is also checked against the datastore, which reports what would happen. */
export type DryRun = "none" | "client" | "server";

/** The value of `--dry-run`; alone it means `client`. */
export function dryRunOf(options: Readonly<Record<string, unknown>>): DryRun {
  const { dryRun } = options;
  if (dryRun === undefined || dryRun === "none") return "none";
  if (dryRun === true || dryRun === "client") return "client";
  if (dryRun === "server") return "server";
  throw new UsageError(`unknown dry run \`${String(dryRun)}\``, "--dry-run=client or --dry-run=server");
}
