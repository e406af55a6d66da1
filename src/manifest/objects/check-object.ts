import type { Candidate } from "../candidates.ts";
import type { Problem, Report } from "../problem.ts";
import { checkAnnotations } from "./annotations.ts";
import { checkClusterNetworkPolicy, checkNetworkPolicy } from "./policies.ts";
import { checkShape } from "./shape.ts";
import { OBJECT_SHAPES } from "./shapes.ts";

const CHECKS: Readonly<Record<string, (object: Candidate["value"], report: Report) => void>> = {
  NetworkPolicy: checkNetworkPolicy,
  ClusterNetworkPolicy: checkClusterNetworkPolicy,
};

/**
 * What is wrong with an object of Kubernetes' own that Calico reads: what no API server takes, of the fields that are read, and a
 * warning for each annotation that Calico ignores. An object that a cluster returned has no errors.
 */
export function objectProblems({ kind = "", value }: Candidate): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const shape = OBJECT_SHAPES[kind];
  if (shape !== undefined && !checkShape(value, shape, [], report)) return problems;
  CHECKS[kind]?.(value, report);
  checkAnnotations(kind, value, report);
  return problems;
}
