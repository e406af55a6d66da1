#!/usr/bin/env bash
# Completion is tested in real shells in a terminal, manual pages by the programs that show them, the site of the documentation in
# Chromium, and pictures there, by a second program that draws SVG and by an XML parser. Installs Debian's where they are missing and we may; else says which tests do not run.
set -euo pipefail
missing=()
for program in zsh fish mandoc groff chromium; do command -v "$program" >/dev/null || missing+=("$program"); done
command -v script >/dev/null || missing+=(bsdutils)
command -v rsvg-convert >/dev/null || missing+=(librsvg2-bin)
command -v xmllint >/dev/null || missing+=(libxml2-utils)
[ "${#missing[@]}" = 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && exit 0
fi
echo "not installed and cannot be: ${missing[*]}; the tests with these are skipped" >&2
