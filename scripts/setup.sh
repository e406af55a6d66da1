#!/usr/bin/env bash
# Makes a clone ready to run: dependencies as package-lock.json pins them, then the build. Does only what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=node_modules/.installed-lock
if ! cmp -s package-lock.json "$stamp"; then
  # No package's own scripts: none is needed, and none gets to run on the machine.
  npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json "$stamp"
fi
npm run --silent build
