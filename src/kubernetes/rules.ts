import type { CalicoVersionRules } from "../model/kinds/version.ts";

/** What of a Calico version the conversion of Kubernetes objects depends on. */
export type ConversionRules = Pick<CalicoVersionRules, "tiers" | "sctpPorts"> & CalicoVersionRules["kubernetes"];
