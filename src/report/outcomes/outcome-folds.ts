import type { Step } from "../../policy/outcome.ts";

/** Policies that do not apply and are counted instead of shown: the row stands in the place of the `last` step. */
export interface Fold {
  readonly count: number;
  readonly last: number;
  readonly why: string;
}

type Skipped = Extract<Step, { kind: "policy-skipped" }>;

/** Most policies of a stage that do not apply and are all shown. */
const MOST = 10;

const REASONS: Readonly<Record<Skipped["why"]["reason"], string>> = {
  selector: "by their selectors",
  namespace: "for workloads of other namespaces",
  "not-apply-on-forward": "because applyOnForward is false",
  "no-rules-in-direction": "because their types do not include this direction",
};

/**
 * The steps that a table leaves out, by index: where more than ten policies in a row do not apply, those after the
 * first ten, policies that select the endpoint and still do not apply coming before others. Steps of `kept` stay.
 */
export function foldedSteps(steps: readonly Step[], kept: ReadonlySet<number>): ReadonlyMap<number, Fold> {
  const folds = new Map<number, Fold>();
  let run: number[] = [];
  for (let i = 0; i <= steps.length; i++) {
    if (steps[i]?.kind === "policy-skipped") run.push(i);
    else {
      foldRun(steps, run, kept, folds);
      run = [];
    }
  }
  return folds;
}

function foldRun(steps: readonly Step[], run: readonly number[], kept: ReadonlySet<number>, folds: Map<number, Fold>) {
  if (run.length <= MOST) return;
  const reasonAt = (index: number) => (steps[index] as Skipped).why.reason;
  const rank = (index: number): number => {
    if (kept.has(index)) return 0;
    return reasonAt(index) === "not-apply-on-forward" || reasonAt(index) === "no-rules-in-direction" ? 1 : 2;
  };
  const ranks = run.map(rank);
  const ranked = [0, 1, 2].flatMap((wanted) => run.filter((_, at) => ranks[at] === wanted));
  const rest = ranked.slice(MOST).filter((index) => !kept.has(index));
  const counts = new Map<string, number>();
  for (const index of rest) counts.set(REASONS[reasonAt(index)], (counts.get(REASONS[reasonAt(index)]) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => (counts.size === 1 ? reason : `${count} ${reason}`));
  const fold = { count: rest.length, last: Math.max(...rest), why: `${reasons.join(", ")}; --all-steps shows them` };
  for (const index of rest) folds.set(index, fold);
}
