#!/usr/bin/env bash
# The tests run against a real etcd, and run etcdctl where a page shows it. Installs Debian's when they are missing and we may; else
# says which tests do not run.
set -euo pipefail
command -v etcd >/dev/null && command -v etcdctl >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq etcd-server etcd-client >/dev/null && exit 0
fi
command -v etcd >/dev/null ||
  echo "etcd is not installed and cannot be: the tests against a real etcd are skipped (contract, layout, guide, transcripts)" >&2
