import { describe } from "vitest";
import { OPEN, W1 } from "./cast.ts";
import {
  allow,
  deny,
  gnp,
  hep,
  IN_TO_PROCESS,
  IN_TO_WORKLOAD,
  np,
  OUT_OF_PROCESS,
  profile,
  THROUGH,
} from "./support.ts";
import { verdictTests } from "./verdict-cases.ts";

describe("order", () => {
  const one = (name: string, order: number | undefined, rule: object, more = {}) =>
    gnp(name, { ...(order === undefined ? {} : { order }), ingress: [rule], ...more });
  verdictTests([
    ["lower first", [hep("a"), one("x", 2, deny()), one("y", 1, allow())], IN_TO_PROCESS, "allow/allow", '"y"'],
    ["missing last", [hep("a"), one("a", undefined, allow()), one("z", 1e6, deny())], IN_TO_PROCESS, "deny", '"z"'],
    [
      "negative and fractions",
      [hep("a"), one("x", -1.5, deny()), one("y", -2, allow())],
      IN_TO_PROCESS,
      "allow/allow",
      '"y"',
    ],
    ["a tie by name", [hep("a"), one("b", 1, deny()), one("a-b", 1, allow())], IN_TO_PROCESS, "allow/allow", '"a-b"'],
  ]);
  const tie = [W1, OPEN, one("m", 1, deny()), np("a", "default", { order: 1, ingress: [allow()] })];
  describe("of a global and a namespaced policy: the stored key in v3.7", () =>
    verdictTests([["default.m before default/default.a", tie, IN_TO_WORKLOAD, "deny", '"m"']]));
  describe("the name first in v3.32", () =>
    verdictTests([["a before m", tie, IN_TO_WORKLOAD, "allow/allow", '"a"']], "v3.32"));
});

describe("types", () => {
  const policy = (spec: Readonly<Record<string, unknown>>) => [hep("a"), gnp("p", spec)];
  verdictTests([
    [
      "rules of a direction not in types are ignored",
      policy({ types: ["Egress"], ingress: [allow()] }),
      IN_TO_PROCESS,
      "deny",
      "no-policy-no-profile",
    ],
    [
      "omitted with egress rules only: no say in ingress",
      policy({ egress: [allow()] }),
      IN_TO_PROCESS,
      "deny",
      "no-policy-no-profile",
    ],
    ["omitted without rules: Ingress", policy({}), IN_TO_PROCESS, "deny", "no-rule-matched"],
    ["an empty list counts as omitted", policy({ types: [], egress: [allow()] }), OUT_OF_PROCESS, "allow/allow", '"p"'],
  ]);
});

describe("Pass, Log and profiles", () => {
  const ingress = (...rules: object[]) => gnp("p", { order: 1, ingress: rules });
  const later = gnp("q", { order: 2, ingress: [deny()] });
  const withProfiles = (...profiles: string[]) => hep("a", { profiles });
  const pass = { action: "Pass" };
  const log = { action: "Log" };
  verdictTests([
    [
      "Pass skips later policies and asks profiles",
      [withProfiles("open"), OPEN, ingress(pass), later],
      IN_TO_PROCESS,
      "allow/allow",
      '"open"',
    ],
    ["Pass without profiles denies", [hep("a"), ingress(pass), later], IN_TO_PROCESS, "deny", "no-policy-no-profile"],
    ["Log goes on", [hep("a"), ingress(log, allow())], IN_TO_PROCESS, "allow/allow", '"rule":2'],
    [
      "Log alone denies by default",
      [withProfiles("open"), OPEN, ingress(log)],
      IN_TO_PROCESS,
      "deny",
      "no-rule-matched",
    ],
    ["a missing profile denies", [withProfiles("gone", "open"), OPEN], IN_TO_PROCESS, "deny", "missing-profile"],
    ["but only when it is reached", [withProfiles("open", "gone"), OPEN], IN_TO_PROCESS, "allow/allow", '"open"'],
    [
      "Pass in a profile ends that profile only",
      [withProfiles("p1", "open"), OPEN, profile("p1", { ingress: [pass, deny()] })],
      IN_TO_PROCESS,
      "allow/allow",
      '"open"',
    ],
    ["no profile allows", [withProfiles("none"), profile("none", {})], IN_TO_PROCESS, "deny", "no-profile-allowed"],
    [
      "Pass in the forward stage lets on",
      [hep("a"), gnp("p", { applyOnForward: true, ingress: [pass] })],
      THROUGH,
      "allow/allow",
      "passed",
    ],
  ]);
});
