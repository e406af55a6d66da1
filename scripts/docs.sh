#!/usr/bin/env bash
# Builds the site of the documentation from docs/ and what is generated into docs/.vitepress/dist, or into what `--outDir`
# names. Its packages are its own, in docs/package.json: no install of the tool waits for them.
set -euo pipefail
cd "$(dirname "$0")/.."
# The gallery is made with the tool itself.
test -x node_modules/.bin/tsx && test -e dist/explore.html || bash scripts/setup.sh
stamp=docs/node_modules/.installed-lock
if ! cmp -s docs/package-lock.json "$stamp"; then
  npm ci --prefix docs --ignore-scripts --no-audit --no-fund --loglevel=error
  cp docs/package-lock.json "$stamp"
fi
npx --no-install tsx scripts/docs.ts
exec docs/node_modules/.bin/vitepress build docs "$@"
