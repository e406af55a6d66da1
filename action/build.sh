#!/usr/bin/env bash
# Makes `calicoctl` a command of this job. GitHub checks the action out from git, so it is built where there is no build yet.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
release=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$release" -lt 20 ]; then
  echo "::error title=calicoctl::Node 20 or newer is needed; use actions/setup-node before this action"
  exit 1
fi
[ -e "$root/dist/main.cjs" ] || bash "$root/scripts/prepare.sh"
echo "$root/bin" >>"$GITHUB_PATH"
