import type { Common } from "../common.ts";
import { EXIT, UsageError } from "../usage.ts";

/** Each asks the hidden command `__complete` with the words up to the cursor; where that says nothing, files are completed. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_calicoctl() {
  local IFS=$'\\n' words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  mapfile -t COMPREPLY < <(calicoctl __complete -- "\${words[@]}" 2>/dev/null)
  if [ "\${#COMPREPLY[@]}" -eq 0 ]; then
    mapfile -t COMPREPLY < <(compgen -f -- "\${words[-1]}")
  fi
}
complete -o filenames -F _calicoctl calicoctl
`,
  zsh: `#compdef calicoctl
_calicoctl() {
  local -a found
  found=("\${(@f)$(calicoctl __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then
    compadd -Q -- "\${found[@]}"
  else
    _files
  fi
}
compdef _calicoctl calicoctl
`,
  fish: `function __calicoctl_complete
  set -l words (commandline -opc) (commandline -ct)
  calicoctl __complete -- $words[2..-1] 2>/dev/null
end
complete -c calicoctl -a '(__calicoctl_complete)'
`,
};

/** `completion bash|zsh|fish`: the script that makes the shell complete this tool. */
export async function run({ io }: Common, [shell, ...more]: readonly string[]): Promise<number> {
  const script = SCRIPTS[shell ?? ""];
  if (script === undefined || more.length > 0) {
    throw new UsageError("which shell?", "calicoctl completion bash, zsh or fish; source <(calicoctl completion bash)");
  }
  io.stdout.write(script);
  return EXIT.ok;
}
