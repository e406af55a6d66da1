/** `client`: only the input is checked; `server`: it is also checked against the datastore, which reports what would happen. */
export type DryRun = "none" | "client" | "server";
