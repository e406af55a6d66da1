#!/usr/bin/env bash
# Compares the manifests of a pull request with those of its base, and writes the packets that are decided differently into the
# job's summary and into one comment.
set -euo pipefail
source "$(dirname "$0")/common.sh"
# Not in the environment of what reads files of the pull request.
token=$TOKEN
unset TOKEN
[ -z "${FACTS:-}" ] || facts=(--facts "$(realpath -- "$FACTS")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What is checked out is a merge commit that GitHub made of the base and the pull request, or the pull request's own last commit.
parents=$(git cat-file -p HEAD | sed -n '1,/^$/s/^parent //p')
if [ "$(sed -n 2p <<<"$parents")" = "$HEAD" ]; then
  BASE=$(head -n 1 <<<"$parents")
else
  BASE=$(git merge-base "$BASE" HEAD 2>/dev/null || echo "$BASE")
fi
git cat-file -e "$BASE^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$BASE"

# The same files of both, in folders of their own, from which their names are as in the repository. One may be left empty.
mkdir "$work/base" "$work/head"
for file in "${files[@]}"; do
  case "/$file/" in
    //* | */../*) echo "::error title=calicoctl::files outside of the repository cannot be compared"; exit 1 ;;
  esac
  git archive --format=tar "$BASE" -- "$file" 2>/dev/null | tar -x -C "$work/base" 2>/dev/null || true
  [ ! -e "$file" ] || cp -R --parents -- "$file" "$work/head"
done

code=0
(cd "$work/head" && "$calicoctl" diff --effect -o markdown -R "${version[@]}" "${facts[@]}" ../base .) >"$work/out" 2>"$work/errors" || code=$?
show "$work/out"
show "$work/errors"
case "$code" in
  0) effect=none ;;
  1) effect=some ;;
  3) effect=not-proved ;;
  *) effect=failed ;;
esac
echo "effect=$effect" >>"$GITHUB_OUTPUT"
[ "$effect" != failed ] || exit 1
TOKEN=$token EFFECT=$effect OUTPUT=$work/out NOTES=$work/errors node "$(dirname "$0")/comment.mjs"
