#!/usr/bin/env bash
# The tests of the Kubernetes datastore run against a real API server, which KUBE_APISERVER names. Without it, a full run
# (FULL_TESTS=1) builds one from its Go module, once, into the user's cache; else says which tests do not run.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${XDG_CACHE_HOME:-$HOME/.cache}/calicoctl-ts/kube-apiserver-v1.34.2
[ -x "${KUBE_APISERVER:-$cache/kube-apiserver}" ] && exit 0
skipped="the tests against a real API server are skipped"
command -v go >/dev/null || PATH=$PATH:/usr/local/go/bin
if [ "${FULL_TESTS:-}" != 1 ]; then
  echo "no kube-apiserver: $skipped (KUBE_APISERVER=PATH names one, FULL_TESTS=1 builds one in five minutes)" >&2
elif [ -n "${KUBE_APISERVER:-}" ]; then
  echo "KUBE_APISERVER names no program: $skipped" >&2
elif ! command -v go >/dev/null; then
  echo "no kube-apiserver, and no Go to build it: $skipped" >&2
else
  echo "building kube-apiserver v1.34.2 into $cache, once: about five minutes" >&2
  bash test/support/kube-apiserver/build.sh "$cache" || echo "kube-apiserver cannot be built: $skipped" >&2
fi
