#!/usr/bin/env bash
# Flowcharts are tested with Mermaid's own parser and renderer, in Chromium. The package with all that it depends on takes 150 MB, of
# which the tests need one file of 3.5 MB that has everything: the user's cache gets that file. `--file` prints where it is.
set -euo pipefail
version=11.17.2
integrity=V6K3C8EBdEsPFZXSKMJe6ppQOENxuHARr9GvHX4hh47lAbhMRD9qf4oEK7LoaRQxULMa80/qt5gHO73aCleBBg==
file=${XDG_CACHE_HOME:-$HOME/.cache}/calicoctl-ts/mermaid-$version/mermaid.min.js
[ "${1:-}" != --file ] || { echo "$file"; exit 0; }
[ ! -e "$file" ] || exit 0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
install() {
  (cd "$folder" && npm pack --silent "mermaid@$version" >/dev/null) || return 1
  [ "$(openssl dgst -sha512 -binary "$folder"/mermaid-*.tgz | base64 -w0)" = "$integrity" ] || return 1
  tar -xzf "$folder"/mermaid-*.tgz -C "$folder" package/dist/mermaid.min.js || return 1
  mkdir -p "$(dirname "$file")" && mv "$folder/package/dist/mermaid.min.js" "$file"
}
install 2>"$folder/log" || echo "Mermaid cannot be installed, and its tests are skipped: $(tail -n 1 "$folder/log")" >&2
