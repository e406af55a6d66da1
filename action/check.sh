#!/usr/bin/env bash
# validate, lint and test, each of which annotates the lines of the pull request. All run; the first exit code that is not 0 is returned.
set -euo pipefail
source "$(dirname "$0")/common.sh"
manifests=()
for file in "${files[@]}"; do manifests+=(-f "$file"); done
strict=()
[ "${WARNINGS_AS_ERRORS:-}" != true ] || strict=(--warnings-as-errors)

code=0
annotate validate -R "${manifests[@]}" "${version[@]}" "${strict[@]}" || code=$?
# Invalid manifests would only be reported again.
if [ "$code" = 0 ] && [ "${LINT:-}" = true ]; then
  annotate lint --offline -R "${manifests[@]}" "${version[@]}" "${facts[@]}" "${strict[@]}" || code=$?
fi
lines flows "${FLOWS:-}"
if [ "${#flows[@]}" != 0 ]; then
  threshold=()
  [ -z "${COVERAGE_THRESHOLD:-}" ] || threshold=(--coverage-threshold "$COVERAGE_THRESHOLD")
  tested=0
  annotate test --offline -R "${manifests[@]}" "${version[@]}" "${facts[@]}" "${threshold[@]}" -- "${flows[@]}" || tested=$?
  [ "$code" != 0 ] || code=$tested
fi
exit "$code"
