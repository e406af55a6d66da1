import { expect, test } from "vitest";
import { qosControls } from "../../../src/kubernetes/pods/qos-controls.ts";
import { quantityValue } from "../../../src/kubernetes/pods/quantity.ts";

const QOS = "qos.projectcalico.org/";

/** The annotations of a pod, and what limits its endpoint has. */
test.each<[what: string, annotations: Record<string, string>, controls: object]>([
  ["none", { other: "1M" }, {}],
  [
    "Kubernetes' bandwidth, with the burst that goes with it",
    { "kubernetes.io/ingress-bandwidth": "1M", "kubernetes.io/egress-bandwidth": "2500k" },
    {
      ingressBandwidth: 1_000_000,
      ingressBurst: 4_294_967_296,
      egressBandwidth: 2_500_000,
      egressBurst: 4_294_967_296,
    },
  ],
  [
    "Calico's wins, also where it cannot be read",
    { "kubernetes.io/ingress-bandwidth": "1M", [`${QOS}ingressBandwidth`]: "x" },
    {},
  ],
  [
    "too little and too much",
    { [`${QOS}ingressBandwidth`]: "1", [`${QOS}egressPacketRate`]: "1M", [`${QOS}ingressMaxConnections`]: "-5" },
    {
      ...{ ingressBandwidth: 1000, ingressBurst: 4_294_967_296, egressPacketRate: 10_000, egressPacketBurst: 5 },
      ingressMaxConnections: 1,
    },
  ],
  [
    "bursts and peaks need their rates",
    { [`${QOS}ingressBurst`]: "1M", [`${QOS}egressPeakrate`]: "1M", [`${QOS}ingressPacketBurst`]: "9" },
    {},
  ],
  [
    "all of one direction",
    {
      ...{ [`${QOS}egressBandwidth`]: "1M", [`${QOS}egressBurst`]: "2M", [`${QOS}egressPeakrate`]: "3M" },
      ...{ [`${QOS}egressMinburst`]: "4k", [`${QOS}egressPacketRate`]: "50", [`${QOS}egressPacketBurst`]: "7" },
    },
    {
      ...{ egressBandwidth: 1_000_000, egressBurst: 2_000_000, egressPeakrate: 3_000_000, egressMinburst: 4000 },
      ...{ egressPacketRate: 50, egressPacketBurst: 7 },
    },
  ],
  [
    "a peak that is not above the rate",
    { [`${QOS}egressBandwidth`]: "1M", [`${QOS}egressPeakrate`]: "1M", [`${QOS}egressMinburst`]: "4k" },
    { egressBandwidth: 1_000_000, egressBurst: 4_294_967_296 },
  ],
  ["a DSCP name", { [`${QOS}dscp`]: "ef" }, { dscp: "EF" }],
  ["a DSCP number", { [`${QOS}dscp`]: "46" }, { dscp: 46 }],
  ["a DSCP number that is too large", { [`${QOS}dscp`]: "64" }, {}],
])("%s", (_, annotations, controls) => {
  expect(qosControls(annotations)).toEqual(controls);
});

test.each<[text: string, value: number | undefined]>([
  ["10", 10],
  ["10M", 10_000_000],
  ["1.5Gi", 1_610_612_736],
  ["1e3", 1000],
  ["1E3", 1000],
  ["1E", 1e18],
  ["100m", 1],
  ["1001m", 2],
  ["-1.5", -1],
  [".5k", 500],
  ["5.", 5],
  ["1K", undefined],
  ["1 M", undefined],
  ["", undefined],
  ["M", undefined],
  ["1".repeat(65), undefined],
  ["1e999", Infinity],
])("the quantity %s", (text, value) => {
  expect(quantityValue(text)).toBe(value);
});
