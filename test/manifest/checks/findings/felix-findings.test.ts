import { type FindingsCase, testFindings } from "./findings-of.ts";

/** A kind, the least spec that is refused, one next to it that is not, and all findings of the first. */
const row = (bad: object, good: object, findings: string, version = "v3.32"): FindingsCase => [
  "FelixConfiguration",
  bad,
  good,
  findings,
  version,
];

testFindings("FelixConfiguration of v3.32", [
  row(
    { routeRefreshInterval: "1.5s" },
    { routeRefreshInterval: "2s" },
    'field.duration spec.routeRefreshInterval at "1.5s": `routeRefreshInterval` cannot be `1.5s` in Calico v3.32 (take whole seconds; under one second, whole milliseconds)',
  ),
  row(
    { routeTableRange: { min: 20, max: 10 } },
    { routeTableRange: { min: 10, max: 20 } },
    'field.range spec.routeTableRange at "routeTableRange": the range starts after it ends: 20 to 10 (did you mean `{min: 10, max: 20}`?)',
  ),
  row(
    { routeTableRanges: [{ min: 1, max: 65536 }] },
    { routeTableRanges: [{ min: 2, max: 65536 }] },
    'field.range spec.routeTableRanges at "routeTableRanges": 65536 route tables are too many: at most 65535 in all ranges',
  ),
  row(
    { routeTableRange: { min: 1, max: 2 }, routeTableRanges: [{ min: 1, max: 2 }] },
    { routeTableRanges: [{ min: 1, max: 2 }] },
    'field.value spec.routeTableRange at "routeTableRange": `routeTableRange` and `routeTableRanges` cannot both be set (remove `routeTableRange`, which is the old field)',
  ),
  row(
    { mtuIfacePattern: "(?=eth)" },
    { mtuIfacePattern: "^eth" },
    'field.value spec.mtuIfacePattern at "(?=eth)": invalid regular expression: `(?=eth)` looks around, which Go\'s do not',
  ),
  row(
    { iptablesBackend: "Auto" },
    { iptablesBackend: "NFT" },
    'field.enum spec.iptablesBackend at "Auto": `iptablesBackend` cannot be `Auto` in Calico v3.7',
    "v3.7",
  ),
  row(
    { chainInsertMode: "prepend" },
    { chainInsertMode: "append" },
    'field.enum spec.chainInsertMode at "prepend": `prepend` is not one of `Insert`, `Append` (use one of these)',
  ),
]);
