import { declare, type Line } from "../shell/command.ts";
import type { CommandContext } from "../shell/context.ts";
import { EXIT, UsageError } from "../shell/usage.ts";

/** `completion` as data: for help, completion and the reference page. */
export const declaration = declare({
  name: "completion",
  summary: "Print a shell completion script",
  arguments: [{ syntax: "[shell]", help: "bash, zsh or fish", values: ["bash", "zsh", "fish"] }],
  options: {},
  examples: [
    { line: "source <(calicoctl completion bash)", shows: "in ~/.bashrc; zsh likewise" },
    { line: "calicoctl completion fish | source", shows: "in ~/.config/fish/config.fish" },
  ],
});

/**
 * Each runs the tool, by the name that was typed, for the candidates of the last word (`__complete`); without candidates
 * the shell completes files. A word that ends in `=` gets no blank after it, because its value follows.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  // Bash inserts a candidate unquoted, so candidates with other characters are dropped; it quotes files itself (`-o default`).
  // It reads `--output=yaml` as three words and replaces the last. Bash 3, which macOS has, lacks mapfile and compopt.
  bash: `_calicoctl() {
  local word found current cut='' words=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [ "\${#words[@]}" -gt 0 ] && { [ "$word" = '=' ] || [ "$joins" = 1 ]; }; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    [ "$word" = '=' ] && local joins=1 || local joins=0
  done
  current=\${words[\${#words[@]}-1]}
  case $current in *=*) cut=\${current%%=*}= ;; esac
  COMPREPLY=()
  while IFS= read -r found; do
    case $found in *[!-A-Za-z0-9._/,:=@+]*) continue ;; *=) compopt -o nospace 2>/dev/null ;; esac
    [ "$found" = "$cut" ] || COMPREPLY+=("\${found#"$cut"}")
  done < <("\${COMP_WORDS[0]/#\\~/$HOME}" __complete -- "\${words[@]}" 2>/dev/null)
}
complete -o default -F _calicoctl calicoctl
`,
  zsh: `#compdef calicoctl
_calicoctl() {
  local -a found values
  local cut=
  found=("\${(@f)$(\${(Q)words[1]/#\\~/$HOME} __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found:#}")
  if (( ! $#found )); then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files
    return
  fi
  values=("\${(@M)found:#*=}")
  found=("\${(@)found:#*=}")
  (( $#found )) && compadd -- "\${found[@]}"
  (( $#values )) && compadd -S '' -- "\${values[@]}"
}
if [[ $funcstack[1] == _calicoctl ]]; then
  _calicoctl "$@"
elif (( $+functions[compdef] )); then
  compdef _calicoctl calicoctl
else
  print -u2 'calicoctl: completion needs zsh to have run: autoload -Uz compinit && compinit'
fi
`,
  fish: `function __calicoctl_found
  set -l words (commandline -opc) (commandline -ct)
  set -l tool (string replace -r '^~' $HOME -- $words[1])
  set -g __calicoctl_words ($tool __complete -- $words[2..-1] 2>/dev/null)
  test (count $__calicoctl_words) -gt 0
end
complete -c calicoctl -e
complete -c calicoctl -n __calicoctl_found -f -a '$__calicoctl_words'
`,
};

/** What `completion` prints. */
export interface CompletionOptions {
  readonly script: string;
}

/** The options of `completion`, from its line; throws `UsageError` where they do not fit together. */
export function parse({ words: [shell = ""] }: Line): CompletionOptions {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined)
    throw new UsageError("which shell?", "calicoctl completion bash, zsh or fish; source <(calicoctl completion bash)");
  return { script };
}

/** `completion bash|zsh|fish`: the script that makes the shell complete this tool. */
export async function run({ script }: CompletionOptions, { io }: CommandContext): Promise<number> {
  io.stdout.writeData(script);
  return EXIT.ok;
}
