#!/usr/bin/env bash
# npm runs this after an install in a clone, before it packs, and where it installs from git (as pre-commit does): only
# then is there a dist. An install from git with `-g` passes its `global` on and leaves the build's packages out.
set -euo pipefail
cd "$(dirname "$0")/.."
test -x node_modules/.bin/tsx || npm ci --global=false --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent build
