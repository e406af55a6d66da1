#!/usr/bin/env bash
# The main job, as a user types it: create resources, look at them, ask what happens to packets, and be kept from a lock-out.
# Uses the embedded store in a throw-away folder; no datastore is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DATASTORE_TYPE=embedded CALICO_EMBEDDED_PATH="$folder/store.db"
export PATH="$PWD/bin:$PATH"
cd examples/worked-example

run() { # shows the command, runs it, and stops the demo unless it ends as expected
  local want=$1 got=0
  shift
  printf '\n$ %s\n' "$*"
  "$@" || got=$?
  [ "$got" = "$want" ] || { echo "demo: exit code $got, not $want"; exit 1; }
}

run 0 calicoctl create -f host-endpoint.yaml
run 0 calicoctl create -f policy.yaml
run 0 calicoctl get hep -o wide
run 0 calicoctl get gnp -o wide
printf '\n# From outside to a NodePort that is not opened:\n'
run 0 calicoctl simulate --expect deny tcp 198.51.100.7 10.240.0.5:31852
printf '\n# What would happen if allow-nodeport.yaml were applied:\n'
run 0 calicoctl simulate -f allow-nodeport.yaml --expect allow tcp 198.51.100.7 10.240.0.5:31852
printf '\n# Would I lock myself out? ssh is a failsafe port:\n'
run 0 calicoctl simulate --expect allow tcp 198.51.100.7 10.240.0.5:22
printf '\n# A process of the node, outwards:\n'
run 0 calicoctl simulate --from-process --out eth0 --expect allow tcp 10.240.0.5 203.0.113.9:443
run 0 calicoctl apply -f allow-nodeport.yaml
run 0 calicoctl simulate --expect allow tcp 198.51.100.7 10.240.0.5:31852
printf '\n# A mistake is reported with its place, and nothing is written:\n'
run 1 calicoctl apply -f ../mistake.yaml

printf '\n# Another host, without failsafe ports. The change has the host endpoint before the policy that allows ssh:\n'
cd ../lock-out
export CALICO_EMBEDDED_PATH="$folder/lock-out.db"
run 0 calicoctl create -f stored.yaml
run 3 calicoctl create --guard -f change.yaml
printf '\n# The same writes in an order that is proved to lock nobody out:\n'
run 0 calicoctl create --guard --reorder -f change.yaml
printf '\n# The policy is needed for as long as the host endpoint is there:\n'
run 3 calicoctl delete gnp failsafe --guard
printf '\ndemo: done\n'
