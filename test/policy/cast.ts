import type { Resource } from "../../src/model/resource.ts";
import { allow, gnp, hep, profile, wep } from "./support.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The host endpoints that traces meet: `a` on eth0, `b` on eth1, `l` on lo, and a `*` one. */
export const A = hep("a");
export const B = hep("b", { interfaceName: "eth1" });
export const LO = hep("l", { interfaceName: "lo" });
export const STAR = hep("star", { interfaceName: "*" });

/** A workload with a profile that allows everything. */
export const OPEN = profile("open", { ingress: [allow()], egress: [allow()] });
export const W1 = wep("w1", "192.168.1.10/32", { profiles: ["open"] });

/** One policy of each kind, by its letter: untracked `u`, pre-DNAT `d`, applyOnForward `f`, normal `n`. */
export const U = (spec: Fields): Resource => gnp("u", { doNotTrack: true, applyOnForward: true, ...spec });
export const D = (spec: Fields): Resource => gnp("d", { preDNAT: true, applyOnForward: true, ...spec });
export const F = (spec: Fields): Resource => gnp("f", { applyOnForward: true, ...spec });
export const N = (spec: Fields): Resource => gnp("n", spec);

export const BOTH = ["Ingress", "Egress"];
export const PASS = { action: "Pass" };
export const LOG = { action: "Log" };
