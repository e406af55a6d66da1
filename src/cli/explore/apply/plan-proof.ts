import { goYaml } from "../../../manifest/yaml/writer/go-yaml.ts";
import { type GuardReport, guardText } from "../../../report/guard/guard-text.ts";
import { lifelineText } from "../../../report/guard/lifeline-text.ts";
import { PLAIN } from "../../../report/style.ts";
import type { PlanProof } from "../../../web/engine/applying/apply-protocol.ts";

/** The report of a guard, for a page. */
export function planProof(report: GuardReport): PlanProof {
  const { answer, isReordered } = report;
  const { proof, keep, bridge } = answer;
  const result =
    proof.kind === "safe" ? "safe" : isReordered ? "reordered" : proof.kind === "cut" ? "refused" : "not proved";
  const bridgeText = bridge === undefined ? "" : bridge.map((policy) => `---\n${goYaml(policy)}`).join("");
  return {
    result,
    text: `${guardText(report, PLAIN, "nothing is written")}${bridgeText}`,
    lifelines: answer.lifelines.map(lifelineText),
    ...(proof.kind === "cut" &&
      !isReordered && { witness: { node: proof.cut.way.node, flow: proof.cut.witness.flow } }),
    ...(keep !== undefined && { keep: keep.map((policy) => goYaml(policy)).join("---\n") }),
  };
}
