import type {
  ApplyAnswer,
  ApplyRefusal,
  ApplyRequest,
  ChangeRequest,
  PlanRequest,
} from "../../engine/applying/apply-protocol.ts";

/** What a page may ask of its server, by path. */
interface Requests {
  readonly plan: PlanRequest;
  readonly apply: ApplyRequest;
  readonly keep: ChangeRequest;
  readonly "take-back": ChangeRequest;
  readonly ending: ChangeRequest;
}

const LOST: ApplyRefusal = {
  kind: "refused",
  message: "the command does not answer",
  help: "Perhaps it has done what it was asked to: look at what is stored, which the page follows once it answers again.",
};

/**
 * Asks the server of the page. The token of the page's address goes in a header too: no page of another origin may send one. What
 * cannot be sent, or is not answered, is a refusal.
 */
export async function askServer<Path extends keyof Requests>(
  path: Path,
  request: Requests[Path],
): Promise<ApplyAnswer> {
  const [, token = ""] = location.pathname.split("/");
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-calicoctl-token": token },
      body: JSON.stringify(request),
      cache: "no-store",
      redirect: "error",
    });
    return (await response.json()) as ApplyAnswer;
  } catch {
    return LOST;
  }
}
