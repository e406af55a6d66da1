#!/usr/bin/env bash
# Installs the committed state from git, both ways that releases of pre-commit do, and runs what its hook runs.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset "${!npm_@}" # what npm sets for scripts that it runs
git clone --quiet . "$folder/clone"

check() { # runs the hook of the installation in the folder $1 on a valid and on an invalid file
  local hook="$1/bin/calicoctl"
  "$hook" validate examples/worked-example/host-endpoint.yaml >"$folder/out" || { cat "$folder/out"; exit 1; }
  if "$hook" validate examples/mistake.yaml >"$folder/out" 2>&1 || ! grep -q 'field\.unknown' "$folder/out"; then
    cat "$folder/out"
    echo "try-git-install: no finding of the invalid file"
    exit 1
  fi
}

(cd "$folder/clone" && npm install --include=dev --include=prod --ignore-prepublish --no-progress --no-save --loglevel=error)
package=$(cd "$folder/clone" && npm pack 2>"$folder/err") || { cat "$folder/err"; exit 1; }
[ -f "$folder/clone/$package" ] || { echo "try-git-install: npm pack prints more than a file name: $package"; exit 1; }
npm install --loglevel=error --prefix "$folder/packed" -g "$folder/clone/$package"
check "$folder/packed"
rm -rf "$folder/clone/node_modules" "$folder/clone/dist"
npm install --loglevel=error --prefix "$folder/git" --allow-git=root --install-links -g "git+file://$folder/clone"
check "$folder/git"
echo "try-git-install: done"
