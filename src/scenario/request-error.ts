/**
 * A request that has no answer as it is written: the message is for the user, and the help can be typed. The command line
 * reports it as wrong usage.
 */
export class RequestError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "RequestError";
    this.help = help;
  }
}
