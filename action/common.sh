# Read by the other scripts. What a file of the repository says may be hostile: it reaches the log only where GitHub reads no
# commands, or by `-o github`, which escapes it.
calicoctl=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/bin/calicoctl

# Reads the lines of $2 that are not empty into the array named $1.
lines() {
  local -n into=$1
  local line
  into=()
  while IFS= read -r line; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [ -z "$line" ] || into+=("$line")
  done <<<"$2"
}

# Prints the file $1 into the log, where nothing in it is a command to GitHub.
show() {
  local token
  token=$(node -p 'crypto.randomUUID()')
  [ ! -s "$1" ] || printf '::stop-commands::%s\n%s\n::%s::\n' "$token" "$(cat "$1")" "$token"
}

# Runs calicoctl with the words given: annotations go to the log, all else where nothing is a command. Returns its exit code.
annotate() {
  local errors code=0
  errors=$(mktemp)
  echo "::group::calicoctl ${1//[^a-z]/}"
  "$calicoctl" "$1" -o github "${@:2}" 2>"$errors" || code=$?
  show "$errors"
  echo "::endgroup::"
  rm -f "$errors"
  return "$code"
}

lines files "$FILES"
if [ "${#files[@]}" = 0 ]; then
  echo "::error title=calicoctl::\`files\` names no file or folder"
  exit 1
fi
version=()
[ -z "${CALICO_VERSION:-}" ] || version=(--calico-version "$CALICO_VERSION")
facts=()
[ -z "${FACTS:-}" ] || facts=(--facts "$FACTS")
