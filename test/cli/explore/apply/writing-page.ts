import type { ApplyAnswer, Made, Plan } from "../../../../src/web/engine/applying/apply-protocol.ts";
import type { Edits, PageData } from "../../../../src/web/engine/page-data.ts";
import { type Running, runCli, start } from "../../../support/cli.ts";
import { waitUntil } from "../../../support/wait.ts";
import { type Answered, ask, type HttpRequest } from "../serving.ts";

/** An answer with its status. */
export interface Posted {
  readonly status: number;
  readonly answer: ApplyAnswer;
}

/** A page that may write, as its server sees it: what it shows, and what it asks for. */
export class WritingPage {
  readonly address: string;
  readonly running: Running;

  constructor(address: string, running: Running) {
    this.address = address;
    this.running = running;
  }

  /** Starts `explore --allow-apply` with more words. */
  static async start(words: string, env: Readonly<Record<string, string>>): Promise<WritingPage> {
    const running = start(`explore --allow-apply ${words}`, { env });
    await running.until("stdout", /\/\n$/);
    return new WritingPage(running.written.stdout.trim(), running);
  }

  /** The headers that the page sends, but for those that a browser adds. */
  get headers(): Readonly<Record<string, string>> {
    const { origin, pathname } = new URL(this.address);
    return { origin, "x-calicoctl-token": pathname.slice(1, -1), "content-type": "application/json" };
  }

  ask(path: string, request: HttpRequest): Promise<Answered> {
    return ask(this.address, { path: `${new URL(this.address).pathname}${path}`, ...request });
  }

  async post(path: string, body: unknown): Promise<Posted> {
    const { status, text } = await this.ask(path, {
      method: "POST",
      headers: this.headers,
      body: JSON.stringify(body),
    });
    return { status, answer: JSON.parse(text) as ApplyAnswer };
  }

  async data(): Promise<PageData> {
    return JSON.parse((await this.ask("data.json", {})).text) as PageData;
  }

  async version(): Promise<number> {
    const [, version = ""] = /data-served="(\d+)"/.exec((await this.ask("", {})).text) ?? [];
    return Number(version);
  }

  plan(edits: Edits, version?: number): Promise<Posted> {
    return version === undefined
      ? this.version().then((now) => this.plan(edits, now))
      : this.post("plan", { version, edits });
  }

  /** Asks for a plan, which must be one that may be carried out, and has it carried out. */
  async apply(edits: Edits, between: () => Promise<unknown> = async () => undefined): Promise<Posted> {
    const version = await this.version();
    const plan = planOf(await this.plan(edits, version));
    if (!plan.mayApply) throw new Error(JSON.stringify(plan));
    await between();
    return this.post("apply", { version, edits, plan: plan.id, order: plan.writes.map(({ name }) => name) });
  }

  /** Waits until the page shows something that is stored. */
  shows(text: string): Promise<void> {
    return waitUntil(async () => JSON.stringify((await this.data()).stored).includes(text));
  }
}

/** The plan of an answer, which must be one. */
export function planOf({ answer }: Posted): Plan {
  if (answer.kind !== "plan") throw new Error(JSON.stringify(answer));
  return answer;
}

/** What was made, of an answer which must say so. */
export function madeOf({ answer }: Posted): Made {
  if (answer.kind !== "made") throw new Error(JSON.stringify(answer));
  return answer;
}

/** Edits: texts of manifests by name, and what is taken away. */
export function edits(manifests: Readonly<Record<string, string>>, removed: readonly string[] = []): Edits {
  return { manifests: Object.entries(manifests).map(([name, text]) => ({ name, text })), removed };
}

/** Everything that is stored, as `export` prints it. */
export async function exported(env: Readonly<Record<string, string>>): Promise<string> {
  return (await runCli(["export"], { env })).stdout;
}
