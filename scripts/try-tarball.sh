#!/usr/bin/env bash
# Packs the tool, installs the tarball into an empty folder, and runs the demo and the library's example there: with the
# installed Node, and with each supported release of Node that the registry serves. usage: try-tarball.sh [RELEASE...]
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
releases=("$@")
[ $# -gt 0 ] || releases=(20 22 24 26)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset "${!npm_@}" # what npm sets for scripts that it runs
install=(npm install --no-audit --no-fund --loglevel=error)

tarball=$(npm pack --silent --pack-destination "$folder" | tail -n 1)
mkdir "$folder/bin" "$folder/scripts"
cp -r examples "$folder"
cp scripts/demo.sh "$folder/scripts"
echo '{"private": true}' >"$folder/package.json"
(cd "$folder" && "${install[@]}" "./$tarball")
ln -s ../node_modules/.bin/calicoctl "$folder/bin/calicoctl"
if grep -rqF "$root" "$folder/node_modules/calicoctl-ts"; then
  echo "try-tarball: the package names the folder it was built in"
  exit 1
fi
for file in LICENSE dist/THIRD-PARTY-NOTICES.txt; do
  [ -s "$folder/node_modules/calicoctl-ts/$file" ] || { echo "try-tarball: $file is missing"; exit 1; }
done
packages=$(cd "$folder" && npm ls --all --parseable | tail -n +2 | wc -l)
echo "installed: $(du -sm "$folder/node_modules" | cut -f1) MB in $packages packages"

(
  cd "$folder/examples/library"
  "$root/node_modules/.bin/tsc" --noEmit --allowJs --checkJs --strict --target es2022 --module nodenext \
    --typeRoots "$root/node_modules/@types" --types node lock-out.mjs
)
demo() { # runs with the Node $1 the demo twice, without code caches and with them, and the library's example
  ln -sfn "$1" "$folder/bin/node"
  export XDG_CACHE_HOME="$folder/cache"
  for _ in 1 2; do
    bash "$folder/scripts/demo.sh" >"$folder/out" 2>&1 || { cat "$folder/out"; exit 1; }
  done
  (cd "$folder/examples/worked-example" && "$1" ../library/lock-out.mjs 10.240.0.5 host-endpoint.yaml policy.yaml) >"$folder/out" ||
    { cat "$folder/out"; exit 1; }
  echo "demo and library pass on Node $("$1" --version), with $(find "$XDG_CACHE_HOME" -name '*.cache' | wc -l) code caches"
  rm -rf "$XDG_CACHE_HOME"
}

mkdir "$folder/cache"
demo "$(command -v node)"
for release in "${releases[@]}"; do
  package="node-$(node -p 'process.platform')-$(node -p 'process.arch')"
  prefix="$folder/node-$release"
  if (mkdir "$prefix" && cd "$prefix" && echo '{"private": true}' >package.json && "${install[@]}" "$package@$release") >"$folder/out" 2>&1; then
    demo "$prefix/node_modules/$package/bin/node"
  else
    echo "try-tarball: Node $release is not served, and not tried: $(tail -n 1 "$folder/out")"
  fi
done
