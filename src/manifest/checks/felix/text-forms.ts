import { ORDER } from "../../../generated/order.ts";
import type { Code } from "../../../model/diagnostic.ts";
import { objectOrEmpty, textOrEmpty } from "../../../model/json.ts";
import type { CalicoVersionRules } from "../../../model/kinds/version.ts";
import type { FieldPath } from "../../../model/resource.ts";
import { canonicalDuration } from "../../../model/scalar-forms.ts";
import type { Report } from "../../problem.ts";
import { texts, type Values } from "../lenient.ts";
import { regularExpressionFault } from "./regular-expressions.ts";

/** A form of text: the code and words for another text, how to write it, and what it must be. */
interface Form {
  readonly code: Code;
  readonly messageOf: (value: string) => string;
  readonly help: string;
  readonly pattern: RegExp;
}

const invalid = (what: string) => (value: string) => `invalid ${what} \`${value}\``;

const INTERFACE: Form = {
  code: "interface.invalid",
  messageOf: invalid("interface name"),
  help: "up to 15 letters, digits, `-`, `_` and `.`",
  pattern: /^(?:\*|[a-zA-Z0-9_.-]{1,15})$/,
};
/** An interface as iptables matches it. */
const INTERFACE_FILTER: Form = {
  ...INTERFACE,
  help: "up to 15 letters, digits, `-`, `_`, `.`, `:`; `+` stands for any rest",
  pattern: /^[a-zA-Z0-9:._+-]{1,15}$/,
};

/** The form of each field whose text has one; an absent or empty text always passes. */
const FORMS: Readonly<Record<string, Form>> = {
  prometheusMetricsHost: {
    code: "address.syntax",
    messageOf: invalid("host"),
    help: "up to 64 letters, digits, `-`, `_`, `.`, `:` and `+`",
    pattern: /^[a-zA-Z0-9:._+-]{1,64}$/,
  },
  iptablesNATOutgoingInterfaceFilter: INTERFACE_FILTER,
  wireguardInterfaceName: INTERFACE,
  wireguardInterfaceNameV6: INTERFACE,
};

function choice(...words: string[]): Form {
  const list = words.map((word) => `\`${word}\``).join(", ");
  return {
    code: "field.enum",
    messageOf: (value) => `\`${value}\` is not one of ${list}`,
    help: "use one of these",
    pattern: new RegExp(`^(?:${words.join("|")})$`, "i"),
  };
}

/** What the resource definition of v3.32 asks for besides; in a choice, the case of letters does not matter. */
const DEFINED: Readonly<Record<string, Form>> = {
  chainInsertMode: choice("Insert", "Append"),
  routeSource: choice("WorkloadIPs", "CalicoIPAM"),
  bpfMapSizeConntrackScaling: choice("Disabled", "DoubleIfFull"),
  bpfEnforceRPF: choice("Disabled", "Strict", "Loose"),
  featureDetectOverride: {
    code: "field.value",
    messageOf: invalid("list of features"),
    help: "write it like `A=true,B=false,C=`, without spaces",
    pattern: /^(?:[a-zA-Z0-9_-]+=(?:true|false|),)*(?:[a-zA-Z0-9_-]+=(?:true|false|))?$/,
  },
  featureGates: {
    code: "field.value",
    messageOf: invalid("list of features"),
    help: "write it like `A=enabled,B=false`, without spaces",
    pattern: /^(?:[a-zA-Z0-9_-]+=[^=]+,)*(?:[a-zA-Z0-9_-]+=[^=]+)?$/,
  },
  logPrefix: {
    code: "field.value",
    messageOf: invalid("log prefix"),
    help: "letters, digits, spaces, `%`, `:`, `/`, `_` and `-`",
    pattern: /^[a-zA-Z0-9%: /_-]*$/,
  },
  logActionRateLimit: {
    code: "field.value",
    messageOf: invalid("rate"),
    help: "write it like `10/second`: 1 to 9999 a second, minute, hour or day",
    pattern: /^[1-9]\d{0,3}\/(?:second|minute|hour|day)$/,
  },
};

const REGEXES = [
  "logDebugFilenameRegex",
  "bpfDataIfacePattern",
  "bpfL3IfacePattern",
  "bpfDisableGROForIfaces",
  "mtuIfacePattern",
];

/** Durations of FelixConfiguration that the resource definition of v3.32 asks nothing of. */
const FREE_DURATIONS = new Set([
  "dataplaneWatchdogTimeout",
  "nftablesRefreshInterval",
  "liveMigrationRouteConvergenceTime",
]);

/**
 * Checks the texts of a FelixConfiguration that must have a form: names of interfaces, regular expressions, lists of
 * features, durations (the validation tags and the resource definition of v3.32's FelixConfigurationSpec).
 */
export function checkFelixText(spec: Values, calico: CalicoVersionRules, report: Report): void {
  const check = (value: string, { code, messageOf, help, pattern }: Form, path: FieldPath, part?: "key"): void => {
    if (!pattern.test(value)) report({ code, message: messageOf(value), help, path, ...(part && { part }) });
  };
  const forms = calico.definitionLimits ? { ...FORMS, ...DEFINED } : FORMS;
  for (const [field, form] of Object.entries(forms)) {
    if (textOrEmpty(spec[field]) !== "") check(textOrEmpty(spec[field]), form, ["spec", field]);
  }
  const tracked = "bpfForceTrackPacketsFromIfaces";
  for (const [at, name] of texts(spec[tracked])) check(name, INTERFACE_FILTER, ["spec", tracked, at]);
  for (const name of Object.keys(objectOrEmpty(spec.bpfLogFilters))) {
    check(name === "*" ? "" : name, INTERFACE, ["spec", "bpfLogFilters", name], "key");
  }
  for (const field of REGEXES) {
    const fault = regularExpressionFault(textOrEmpty(spec[field]));
    if (fault === undefined) continue;
    report({ code: "field.value", message: `invalid regular expression: ${fault}`, path: ["spec", field] });
  }
  for (const [timer, value] of Object.entries(objectOrEmpty(spec.bpfConntrackTimeouts))) {
    if (typeof value !== "string" || /^(?:(?:[0-9]*(?:\.[0-9]*)?(?:ms|s|h|m|us)+)+|Auto)$/.test(value)) continue;
    const help = "a length of time like `20s`, or `Auto`";
    const path = ["spec", "bpfConntrackTimeouts", timer];
    report({ code: "field.duration", message: `invalid timeout \`${value}\``, help, path });
  }
  if (calico.definitionLimits) checkDurations(spec, report);
}

/** Durations must be as Go writes whole hours, minutes, seconds, and milliseconds under one second. */
function checkDurations(spec: Values, report: Report): void {
  const root = ORDER.FelixConfiguration;
  const node = root?.kind === "object" ? root.fields.spec?.node : undefined;
  for (const [field, { node: of }] of Object.entries(node?.kind === "object" ? node.fields : {})) {
    const duration = canonicalDuration(textOrEmpty(spec[field]));
    if (of.kind !== "duration" || duration === undefined || FREE_DURATIONS.has(field)) continue;
    if (/^(?:[0-9]+(?:ms|s|m|h))+$/.test(duration)) continue;
    const message = `\`${field}\` cannot be \`${duration}\` in Calico v3.32`;
    const help = "take whole seconds; under one second, whole milliseconds";
    report({ code: "field.duration", message, help, path: ["spec", field] });
  }
}
