import { listOrEmpty, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import type { FieldPath, Resource } from "../../../model/resource.ts";
import type { Report } from "../../problem.ts";
import { texts, type Values } from "../lenient.ts";
import { checkCommunity } from "./community.ts";
import { checkInterface } from "./interface.ts";
import { checkNetwork } from "./network.ts";

const OPERATIONS = ["addCommunity", "prependASPath", "setPriority"];
/** At most this many operations of a rule, and AS numbers of one operation. */
const MOST = 10;

/** What the rules of a BGPFilter must be (recorded: the `bf-*` cases; API reference, BGPFilter). */
export function checkBgpFilter(resource: Resource, _calico: CalicoVersionRules, report: Report): void {
  const spec = objectOrEmpty(resource.spec);
  for (const field of ["exportV4", "importV4", "exportV6", "importV6"]) {
    for (const [at, item] of listOrEmpty(spec[field]).entries())
      checkRule(objectOrEmpty(item), ["spec", field, at], field.endsWith("V6") ? 6 : 4, report);
  }
}

function checkRule(rule: Values, path: FieldPath, family: 4 | 6, report: Report): void {
  const cidr = textOrEmpty(rule.cidr);
  checkNetwork(cidr, [...path, "cidr"], report, family);
  if ((cidr === "") !== (textOrEmpty(rule.matchOperator) === "")) {
    const help = "give both, or neither";
    report({ code: "bgp.filter", message: "`cidr` and `matchOperator` belong together", help, path, part: "key" });
  }
  if (rule.prefixLength !== undefined && cidr === "") {
    const message = "`prefixLength` needs a `cidr`";
    report({ code: "bgp.filter", message, path: [...path, "prefixLength"], part: "key" });
  }
  const name = textOrEmpty(rule.interface);
  if (name !== "") checkInterface(name, [...path, "interface"], report, { takesAny: true });
  const values = objectOrEmpty(rule.communities).values;
  if (Array.isArray(values) && values.length !== 1) {
    const message = `\`values\` must be one community, not ${values.length}`;
    report({ code: "bgp.communities", message, path: [...path, "communities", "values"] });
  }
  for (const [at, community] of texts(values))
    checkCommunity(community, [...path, "communities", "values", at], report, true);
  checkOperations(rule, path, report);
}

/** Only accepted routes are changed, and each operation is one change. */
function checkOperations(rule: Values, path: FieldPath, report: Report): void {
  const operations = listOrEmpty(rule.operations).map(objectOrEmpty);
  const fail = (message: string, where: FieldPath = []): void => {
    report({ code: "bgp.operations", message, path: [...path, "operations", ...where], part: "key" });
  };
  if (operations.length > 0 && rule.action === "Reject") fail("a rule that rejects routes has no `operations`");
  if (operations.length > MOST) fail(`at most ${MOST} operations, not ${operations.length}`);
  for (const [at, operation] of operations.entries()) {
    const given = OPERATIONS.filter((name) => operation[name] !== undefined);
    if (given.length !== 1)
      fail(`an operation is exactly one of ${OPERATIONS.map((name) => `\`${name}\``).join(", ")}`, [at]);
    const { value } = objectOrEmpty(operation.addCommunity);
    if (typeof value === "string")
      checkCommunity(value, [...path, "operations", at, "addCommunity", "value"], report, true);
    const { prefix } = objectOrEmpty(operation.prependASPath);
    if (Array.isArray(prefix) && (prefix.length === 0 || prefix.length > MOST))
      fail(`\`prefix\` is 1 to ${MOST} AS numbers, not ${prefix.length}`, [at, "prependASPath", "prefix"]);
  }
}
