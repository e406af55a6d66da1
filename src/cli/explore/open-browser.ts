import { fileReason } from "../../files/file-reason.ts";
import { makeScratchFile, removeScratchFile } from "../../files/scratch-file.ts";
import type { Io } from "../shell/io/io.ts";
import { operatingSystem, startProgram } from "../shell/io/programs.ts";

/** What opens a file in the browser of the user; `start` of Windows would need a shell. */
const OPENERS: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ["darwin", ["open"]],
  ["win32", ["rundll32", "url.dll,FileProtocolHandler"]],
]);
const OTHERS_OPENER = ["xdg-open"] as const;

/**
 * Opens an address in the browser, by a private file that leads there: the words of a program can be read by every user of the
 * machine, and the address has the token. Returns at once what removes the file, which browsers may read late; a program that fails is
 * reported when it does.
 */
export function openBrowser(address: string, io: Io): () => void {
  const [program, ...words] = OPENERS.get(operatingSystem()) ?? OTHERS_OPENER;
  let file: string | undefined;
  const remove = (): void => {
    if (file !== undefined) removeScratchFile(file);
  };
  try {
    file = makeScratchFile("open.html", leadingTo(address));
  } catch (fault) {
    io.stderr.write(`the browser is not opened: ${fileReason(fault)}; the address opens the page\n`);
    return remove;
  }
  void startProgram([program, ...words, file], io.env).then((reason) => {
    if (reason !== undefined) io.stderr.write(`${program} does not open the page: ${reason}; the address does\n`);
  });
  return remove;
}

function leadingTo(address: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>calicoctl explore</title>
<a href="${address}">The page of calicoctl explore</a>
`;
}
