import { describe, expect, test } from "vitest";
import { END_WORDS, parseEndReference } from "../../src/kubernetes/ends/end-reference.ts";

/** The end as words: its kind, what it names, and its port; `?` and the message for a problem, `-` for another form. */
function read(text: string): string {
  const end = parseEndReference(text, "shop");
  if (end === undefined) return "-";
  if ("message" in end) return `? ${end.message}`;
  const { kind, port, ...names } = end;
  return [kind, ...Object.values(names), ...(port === undefined ? [] : [`port ${JSON.stringify(port)}`])].join(" ");
}

test.each([
  ["pod/web-1", "pod shop web-1"],
  ["pod/default/web-1", "pod default web-1"],
  ["po/default/web-1:8080", "pod default web-1 port 8080"],
  ["Pods/default/web-1:http", 'pod default web-1 port "http"'],
  ["pod/web.1", "pod shop web.1"],
  ["pod/default/app=web", "selector default app=web"],
  ["pod/app=web", "selector shop app=web"],
  ["pod/default/app.kubernetes.io/name=web", "selector default app.kubernetes.io/name=web"],
  ["pod/app.kubernetes.io/name=web", "selector shop app.kubernetes.io/name=web"],
  ["pod/default/app in (a,b),!old", "selector default app in (a,b),!old"],
  ["svc/web", "service shop web"],
  ["service/default/web:http", 'service default web port "http"'],
  ["services/default/web:80", "service default web port 80"],
  ["node/node2:31852", "node node2 port 31852"],
  ["no/node2", "node node2"],
  ["node/ip-10-0-0-1.eu.compute.internal", "node ip-10-0-0-1.eu.compute.internal"],
  ["ns/default", "namespace default"],
  ["deploy/default/web", "workload Deployment default web"],
  ["deployment.apps/web", "workload Deployment shop web"],
  ["deployments.v1.apps/web:http", 'workload Deployment shop web port "http"'],
  ["sts/db", "workload StatefulSet shop db"],
  ["ds/kube-system/proxy", "workload DaemonSet kube-system proxy"],
  ["rs/web-5d9c", "workload ReplicaSet shop web-5d9c"],
  ["job/once", "workload Job shop once"],
  ["external:203.0.113.9", "external 203.0.113.9"],
  ["external:203.0.113.9:443", "external 203.0.113.9 port 443"],
  ["external:2001:db8::9", "external 2001:db8::9"],
  ["external:[2001:db8::9]", "external 2001:db8::9"],
  ["external:[2001:db8::9]:443", "external 2001:db8::9 port 443"],
])("%s is an end", (text, expected) => expect(read(text)).toBe(expected));

test.each([
  "web-1",
  "default/web-1",
  "10.0.0.1",
  "2001:db8::9",
  "ingress/web",
  "pods",
  "/web",
  "constructor/web",
  "node1-k8s-web-eth0",
  "",
])("%j is of another form", (text) => expect(read(text)).toBe("-"));

test.each([
  ["pod/", "names no pod"],
  ["pod//web", "names no pod"],
  ["pod/default/", "names no pod"],
  ["pod/a/b/c", "names no pod"],
  ["pod/default/:80", "names no pod"],
  ["node/a/b", "names no node"],
  ["svc/default/app=web", "names no svc"],
  ["svc/web:", "invalid port ``"],
  ["svc/web:0", "invalid port `0`"],
  ["svc/web:65536", "invalid port `65536`"],
  ["svc/web:1:2", "invalid port `1:2`"],
  ["svc/web:HTTP", "invalid port `HTTP`"],
  ["external:", "is not an address"],
  ["external:example.com", "`example.com` is not an address"],
  ["external:203.0.113.9:", "invalid port ``"],
  ["external:203.0.113.9:http", "invalid port `http`"],
  ["external:203.0.113.9/24", "is not an address"],
  ["external:[::1", "is not an address"],
])("%s is a mistake", (text, expected) => expect(read(text)).toContain(expected));

describe("kubectl's words", () => {
  test.each(END_WORDS.map((word) => [word]))("%s", (word) => expect(read(`${word}/x`)).not.toMatch(/^[-?]/));
});
