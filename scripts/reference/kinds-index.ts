/** Makes the list of all kinds of resources. */
import type { KindInfo } from "../../src/model/kinds/kind.ts";
import { CALICO_VERSIONS } from "../../src/model/kinds/version.ts";
import { since } from "./command-parts.ts";
import { shortest, summaryOf } from "./kind-page.ts";
import { code, page, table } from "./markdown.ts";

/** The list, as `api-resources` prints it, with what each kind is. */
export function kindsIndex(kinds: readonly KindInfo[]): string {
  const [oldest = "v3.7"] = CALICO_VERSIONS;
  const rows = kinds.map((info) => [
    `[${info.kind}](${info.kind}.md)`,
    code(shortest(info)),
    info.namespaced ? "yes" : "",
    since(info.since ?? oldest),
    summaryOf(info),
  ]);
  return page([
    "---\ntitle: Kinds\n---",
    "# Kinds of resources",
    "All kinds of `projectcalico.org/v3`. [`calicoctl api-resources`](../commands/api-resources.md) prints this list, [`calicoctl explain KIND`](../commands/explain.md) what the page of a kind says.",
    table(["kind", "short name", "namespaced", "Calico", "what it is"], rows),
  ]);
}
