import { spawnSync } from "node:child_process";

/** Debian's Chromium; empty where it is not installed. */
export const CHROMIUM = spawnSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).stdout.trim();

/** What the name of tests says that are skipped without it. */
export const NEEDS_CHROMIUM = CHROMIUM === "" ? " [skipped: no chromium here]" : "";
