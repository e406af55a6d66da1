/**
 * Each runs the tool, by the name that was typed, for the candidates of the last word and what they are (`__complete
 * --describe`); without candidates the shell completes files. A word that ends in `=` gets no blank after it, because its
 * value follows.
 */
export const SCRIPTS: Readonly<Record<string, string>> = {
  // Bash inserts a candidate unquoted, so candidates with other characters are dropped; it quotes files itself (`-o default`).
  // It reads `--output=yaml` as three words and replaces the last. Bash 3, which macOS has, lacks mapfile and compopt. What
  // a candidate is stands behind it only where bash lists them (COMP_TYPE 63), and then inserts nothing.
  bash: `_calicoctl() {
  local word found about current cut='' words=() abouts=() at
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
  while IFS=' ' read -r found about; do
    case $found in *[!-A-Za-z0-9._/,:=@+]*) continue ;; *=) compopt -o nospace 2>/dev/null ;; esac
    [ "$found" = "$cut" ] || { COMPREPLY+=("\${found#"$cut"}"); abouts+=("$about"); }
  done < <("\${COMP_WORDS[0]/#\\~/$HOME}" __complete --describe -- "\${words[@]}" 2>/dev/null)
  [ "\${COMP_TYPE:-}" = 63 ] && [ "\${#COMPREPLY[@]}" -gt 1 ] || return 0
  for at in "\${!COMPREPLY[@]}"; do
    [ -z "\${abouts[$at]}" ] || COMPREPLY[$at]+="  (\${abouts[$at]})"
  done
}
complete -o default -F _calicoctl calicoctl
`,
  zsh: `#compdef calicoctl
_calicoctl() {
  local -a found words_ shown values values_shown
  local cut= line word about
  found=("\${(@f)$(\${(Q)words[1]/#\\~/$HOME} __complete --describe -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found:#}")
  if (( ! $#found )); then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files
    return
  fi
  for line in "\${found[@]}"; do
    word=\${line%% *} about=
    [[ $line == *' '* ]] && about="  -- \${line#* }"
    if [[ $word == *= ]]; then
      values+=("$word") values_shown+=("$word$about")
    else
      words_+=("$word") shown+=("$word$about")
    fi
  done
  (( $#words_ )) && compadd -l -d shown -- "\${words_[@]}"
  (( $#values )) && compadd -l -d values_shown -S '' -- "\${values[@]}"
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
  set -g __calicoctl_words ($tool __complete --describe -- $words[2..-1] 2>/dev/null | string replace ' ' \\t)
  test (count $__calicoctl_words) -gt 0
end
complete -c calicoctl -e
complete -c calicoctl -n __calicoctl_found -f -a '$__calicoctl_words'
`,
  // PowerShell before 7.3 passes no empty words to programs: --new-word stands for one.
  powershell: `Register-ArgumentCompleter -Native -CommandName calicoctl -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition })
  $words = @($before | Select-Object -Skip 1 | ForEach-Object {
    if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
  })
  $options = @('--describe')
  if ($wordToComplete -eq '') { $options += '--new-word' }
  & "$($commandAst.CommandElements[0])" __complete @options '--' @words 2>$null | ForEach-Object {
    $word, $about = $_ -split ' ', 2
    if ($word -notmatch '^[-A-Za-z0-9._/,:=@+]+$') { return }
    if (-not $about) { $about = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
  }
}
`,
};
