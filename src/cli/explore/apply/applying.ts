import type { Datastore } from "../../../datastore/datastore.ts";
import { printable } from "../../../model/printable.ts";
import type {
  ApplyAnswer,
  ApplyRefusal,
  ApplyRequest,
  Made,
  PlanRequest,
} from "../../../web/engine/applying/apply-protocol.ts";
import type { GuardOptions } from "../../guard/guard-options.ts";
import type { CommandContext } from "../../shell/context.ts";
import { EXIT } from "../../shell/usage.ts";
import { withDatastore } from "../../shell/with-datastore.ts";
import type { PageVersions } from "../page-versions.ts";
import { applyRequest, changeRequest, planRequest } from "./apply-requests.ts";
import { type CapturedOutput, capturedOutput } from "./captured-output.ts";
import { doneEdits } from "./done-edits.ts";
import { makePlan, planId } from "./make-plan.ts";
import { OpenChanges } from "./open-changes.ts";
import { planEdits } from "./plan-edits.ts";
import type { PostAnswer, PostRoute } from "./post-requests.ts";
import { writePlan } from "./write-plan.ts";
import type { WriteStep } from "./write-step.ts";

/** How a page may write. */
export interface ApplyOptions {
  readonly guard: GuardOptions;
  /** The seconds after which what was written is taken back unless it is confirmed; `undefined`: it stays. */
  readonly confirmWithin: number | undefined;
}

/** What the edits of a page are written with. */
export interface ApplySurroundings {
  readonly context: CommandContext;
  readonly versions: PageVersions;
  /** Reads again what the page shows; what was written is in it then. */
  readonly refresh: () => Promise<void>;
}

/** A server's side of writing from its page. */
export interface Applying {
  /** By the path below the page's address. */
  readonly routes: ReadonlyMap<string, PostRoute>;
  /** Waits until nothing is being written, and every change that was to be confirmed has ended. */
  readonly settled: () => Promise<void>;
}

const refused = (message: string, more: Omit<ApplyRefusal, "kind" | "message"> = {}): ApplyRefusal => ({
  kind: "refused",
  message,
  ...more,
});

const NO_REQUEST: PostAnswer = { status: 400, body: refused("this is no such request") };
const BUSY: PostAnswer = { status: 409, body: refused("another request is being worked on; nothing was written") };
const CHANGED = refused("the edits, or what is stored, have changed since the plan was shown; nothing was written", {
  help: "look at the plan as it is now",
});

/** The routes by which a page asks for a plan, has it carried out, and confirms it. One request is worked on at a time. */
export function applying(options: ApplyOptions, surroundings: ApplySurroundings): Applying {
  const changes = new OpenChanges();
  let working: Promise<unknown> | undefined;
  const alone =
    <Request>(
      read: (body: unknown) => Request | undefined,
      work: (request: Request) => Promise<ApplyAnswer>,
    ): PostRoute =>
    async (body) => {
      const request = read(body);
      if (request === undefined) return NO_REQUEST;
      if (working !== undefined) return BUSY;
      const answer = work(request);
      working = answer.catch(() => undefined);
      try {
        return answerOf(await answer);
      } finally {
        working = undefined;
      }
    };
  const ofChange =
    (work: (change: string) => Promise<ApplyAnswer | undefined>): PostRoute =>
    async (body) => {
      const request = changeRequest(body);
      if (request === undefined) return NO_REQUEST;
      return answerOf((await work(request.change)) ?? refused("no such change waits"));
    };
  return {
    routes: new Map([
      ["plan", alone(planRequest, (request) => plan(request, options, surroundings))],
      ["apply", alone(applyRequest, (request) => apply(request, options, surroundings, changes))],
      ["keep", ofChange((id) => changes.decide(id, "confirmed"))],
      ["take-back", ofChange((id) => changes.decide(id, "taken-back"))],
      ["ending", ofChange((id) => changes.ending(id))],
    ]),
    settled: async () => {
      await working;
      await changes.settled();
    },
  };
}

/** The status by which a script would know what became of it; the page reads the body. */
function answerOf(body: ApplyAnswer): PostAnswer {
  if (body.kind === "refused") return { status: body.diagnostics === undefined ? 409 : 422, body };
  if (body.kind === "plan") return { status: body.conflicts.length > 0 ? 409 : 200, body };
  if (body.kind !== "made") return { status: 200, body };
  if (body.result === "all") return { status: 200, body };
  return { status: body.proof === undefined ? 409 : 422, body };
}

function plan(
  request: PlanRequest,
  { guard }: ApplyOptions,
  { context, versions }: ApplySurroundings,
): Promise<ApplyAnswer> {
  const output = capturedOutput(context);
  return onStore(output, async (store) => {
    const planned = await planEdits(request, versions, store);
    return planned.ok ? makePlan(planned, store, guard, output) : planned.refusal;
  });
}

/** Does work on the store of the context that keeps what is said; a store that cannot be used is a refusal. */
async function onStore<Answer>(
  output: CapturedOutput,
  work: (store: Datastore) => Promise<Answer>,
): Promise<Answer | ApplyRefusal> {
  let answer: Answer | undefined;
  await withDatastore(output.context, async (store) => {
    answer = await work(store);
    return EXIT.ok;
  });
  return answer ?? refused("the datastore cannot be used", { help: output.lines().join("\n") });
}

async function apply(
  request: ApplyRequest,
  { guard, confirmWithin }: ApplyOptions,
  { context, versions, refresh }: ApplySurroundings,
  changes: OpenChanges,
): Promise<ApplyAnswer> {
  const output = capturedOutput(context);
  const done = await changes.during(confirmWithin, output, async (inner) => {
    let code: number = EXIT.failed;
    const answer = await onStore<ApplyAnswer>({ ...output, context: inner }, async (store) => {
      const planned = await planEdits(request, versions, store);
      if (!planned.ok) return planned.refusal;
      const { steps, unchanged, conflicts, page } = planned;
      if (conflicts.length > 0) return makePlan(planned, store, guard, output);
      const ordered = orderedSteps(steps, request);
      if (ordered === undefined) return CHANGED;
      const { written, code: ended } = await writePlan(ordered, store, guard, output);
      code = ended;
      const names = written.writes.flatMap(({ name, state }) => (state === "written" ? [name] : []));
      const edits = doneEdits(page, request.edits, new Set([...names, ...unchanged]));
      return { kind: "made", ...written, isTakenBack: false, done: edits, version: 0 };
    });
    return { answer, code };
  });
  const { answer, waits, isTakenBack } = done;
  if (answer.kind !== "made") return answer;
  context.io.stderr.write(writtenLine(answer, isTakenBack));
  await refresh();
  const { version } = versions.current;
  if (isTakenBack)
    return { ...answer, version, isTakenBack, back: [], done: { manifests: [], removed: [] }, notes: output.lines() };
  if (waits === undefined || confirmWithin === undefined) return { ...answer, version };
  return { ...answer, version, confirm: { change: waits, seconds: confirmWithin } };
}

/** The steps in the order that was shown; `undefined` where they are not those of the plan that was shown, or there are none. */
function orderedSteps(
  steps: readonly WriteStep[],
  { plan: shown, order }: ApplyRequest,
): readonly WriteStep[] | undefined {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const ordered = order.flatMap((name) => byName.get(name) ?? []);
  const isWhole =
    ordered.length === steps.length && new Set(order).size === order.length && order.length === steps.length;
  return steps.length > 0 && isWhole && planId(steps) === shown ? ordered : undefined;
}

/** What the terminal of the command says of what its page has written. */
function writtenLine({ writes }: Made, isTakenBack: boolean): string {
  const written = writes.filter(({ state }) => state !== "not written");
  if (written.length === 0) return "the page was to write, and nothing was written\n";
  const names = written.map(
    ({ name, action, state }) => `${name} (${state === "unknown" ? "unknown whether written" : action})`,
  );
  const end = isTakenBack ? "; taken back" : "";
  return `${printable(`written by the page: ${names.join(", ")}${end}`)}\n`;
}
