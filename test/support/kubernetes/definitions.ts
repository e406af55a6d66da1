/** The fields that today's definitions of Calico's kinds fill in, by plural, of those that the recordings show. */
export const FIELD_DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  felixconfigurations: { nftablesMode: "Auto" },
  ippools: { assignmentMode: "Automatic" },
  globalnetworkpolicies: { tier: "default" },
  networkpolicies: { tier: "default" },
};

/** The fields in which they refuse a value that is there twice. */
export const FIELD_SETS: Readonly<Record<string, readonly string[]>> = { hostendpoints: ["expectedIPs", "profiles"] };
