import type { Code } from "../../../model/diagnostic.ts";
import { type JsonObject, objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import { printable, shortened } from "../../../model/printable.ts";
import { DatastoreError, type Effect, ForbiddenError } from "../../datastore-error.ts";
import type { ConnectionFacts } from "./explain-http.ts";
import type { ApiResource } from "./kubernetes-api.ts";
import { kindName } from "./paths.ts";
import { roleRule } from "./role-rule.ts";

/** What a request asks for, in the words of roles. */
export interface RequiredRight {
  readonly verb: "get" | "list" | "create" | "update" | "delete" | "watch";
  readonly of?: ApiResource | undefined;
  readonly namespace?: string | undefined;
  readonly subresource?: string | undefined;
}

/** An answer that reports a failure: its status, and the `Status` object of the API, or one without fields. */
export interface Refusal {
  readonly status: number;
  readonly object: JsonObject;
}

/** The words of the server, on one line that a terminal may show. */
export function wordsOf({ object, status }: Refusal): string {
  const words = textOrEmpty(object.message).trim();
  return words === "" ? `HTTP ${status}` : shortened(printable(words), 1000);
}

/** Whether a refusal (403) is that of a role, and not of a quota or an admission rule. */
export function isMissingRight({ object }: Refusal): boolean {
  return / cannot [a-z]+ (?:resource|path) "/.test(textOrEmpty(object.message));
}

/** A right that the user does not have, with the rule that a role needs. */
export function missingRight(
  refusal: Refusal,
  required: RequiredRight,
  facts: ConnectionFacts,
  unread?: string,
): DatastoreError {
  const { verb, of, namespace, subresource } = required;
  const [, user] = /\bUser "([^"]{1,200})" cannot /.exec(textOrEmpty(refusal.object.message)) ?? [];
  const isAnonymous = user === undefined || user === "system:anonymous";
  const who = user === undefined ? "the user" : `the user \`${printable(user)}\``;
  const head = `the Kubernetes API at ${facts.server} refused:`;
  if (of === undefined)
    return new ForbiddenError("datastore.auth", `${head} ${who} may not read its groups`, undefined, "refused");
  const what = subresource === undefined ? kindName(of) : `${kindName(of)} (${subresource})`;
  const where = !of.isNamespaced ? "" : namespace === undefined ? " in all namespaces" : ` in namespace ${namespace}`;
  const words = isMissingRight(refusal) ? "" : `: ${wordsOf(refusal)}`;
  const resource = subresource === undefined ? of.resource : `${of.resource}/${subresource}`;
  const rule = roleRule({ group: of.group, resource }, verb);
  const role = of.isNamespaced && namespace !== undefined ? `a Role in namespace ${namespace}` : "a ClusterRole";
  const token = unread === undefined ? "" : ` (${unread} is not read, as by calicoctl: CALICO_K8SAPITOKEN is)`;
  const anonymous = `it does not know who asks: no token, certificate or password of the settings was accepted${token}; `;
  const help = `${isAnonymous && user !== undefined ? anonymous : ""}the rule that ${role} of the user needs: ${rule}`;
  return new ForbiddenError(
    "datastore.auth",
    `${head} ${who} may not ${verb} ${what}${where}${words}`,
    help,
    "refused",
  );
}

/** The credentials were not accepted (401). */
export function notAccepted(facts: ConnectionFacts, credentialsFrom: string | undefined): DatastoreError {
  const { server, expired } = facts;
  const help =
    credentialsFrom === undefined
      ? "no credentials are configured: the kubeconfig's user, CALICO_K8SAPITOKEN, or K8S_CERT_FILE and K8S_KEY_FILE give them"
      : `they are from ${credentialsFrom}${expired === undefined ? "; a token may have expired" : `; the client certificate expired on ${expired}`}`;
  return new DatastoreError(
    "datastore.auth",
    `the Kubernetes API at ${server} refused: the credentials are not accepted`,
    help,
    "refused",
  );
}

/** Any other answer that is neither success nor an expected refusal. */
export function explainRefusal(refusal: Refusal, facts: ConnectionFacts, isWrite: boolean): DatastoreError {
  const words = wordsOf(refusal);
  const fault = (code: Code, cause: string, effect: Effect, help?: string): DatastoreError =>
    new DatastoreError(code, `the Kubernetes API at ${facts.server}: ${cause}`, help, effect);
  const { status } = refusal;
  if (status === 413 || /request (?:entity )?is too large|too large/i.test(words))
    return fault(
      "datastore.too-large",
      "the object is larger than it takes",
      "refused",
      "split it into several resources",
    );
  const doubt: Effect = isWrite ? "unknown" : "none";
  if (/database space exceeded/.test(words))
    return fault("datastore.full", `the disk quota of its etcd is used up`, doubt);
  if (status === 429) return fault("datastore.unavailable", `it has too much to do: ${words}`, "refused");
  if (status >= 500) return fault("datastore.unavailable", words, doubt);
  return fault("datastore.failed", words, "refused");
}

/** The reason of a `Status` (`AlreadyExists`). */
export const reasonOf = ({ object }: Refusal): string => textOrEmpty(object.reason);

/** What a `Status` of 404 says is not there, in words. */
export function missingThing(refusal: Refusal, of: ApiResource): string {
  const details = objectOrEmpty(refusal.object.details);
  const name = shortened(printable(textOrEmpty(details.name)), 300);
  if (reasonOf(refusal) !== "NotFound" || name === "")
    return `${kindName(of)}, a kind that the server does not serve in ${of.version}`;
  const kind = textOrEmpty(details.kind);
  return kind === "namespaces" ? `namespace ${name}` : `${printable(kind)} ${name}`;
}
