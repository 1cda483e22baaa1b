#!/usr/bin/env bash
# The tamper matrix: flips one byte in each locked file of a local repository, one at a time, runs
# `mvn -o verify`, and expects the build to fail and to name the file, the locked hash and the actual one.
#
#   run.sh MAVEN_HOME PROJECT LOCAL_REPOSITORY [STEP [MODE]]
#
# PROJECT must be locked and pass `mvn -o verify` with that local repository, which is changed while the
# script runs and restored after each file. STEP tries every STEPth file only (default 1: all). MODE is
#   quiet   POMs keep their meaning (an indenting blank becomes a tab), the change that no parser sees; default
#   middle  the byte in the middle of the file, whatever that breaks: Maven itself may stop first, and without
#           the plugin's extension it often does
# Prints one line for each file that was not detected and a summary; fails unless all were detected.
set -euo pipefail

maven_home=$1
project=$(cd "$2" && pwd)
repository=$(cd "$3" && pwd)
step=${4:-1}
mode=${5:-quiet}
lock=$project/.mvn/checksums/checksums.sha256
work=$(mktemp -d)
current=
restore() {
  if [[ -n $current ]]; then
    cp -p "$work/original" "$current"
    current=
  fi
}
trap 'restore; rm -rf "$work"' EXIT

# Hundreds of short builds: their start is what counts.
export MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

build() {
  (cd "$project" && "$maven_home/bin/mvn" -o -B -ntp "-Dmaven.repo.local=$repository" verify >"$work/log" 2>&1)
}

# Where to flip: an indenting blank of a POM, else the middle.
offset_in() {
  local size
  if [[ $mode == quiet && $1 == *.pom ]]; then
    local blank
    blank=$(LC_ALL=C grep -abo ' <' "$1" | head -n 1 | cut -d: -f1)
    if [[ -n $blank ]]; then
      echo "$blank"
      return
    fi
  fi
  size=$(stat -c %s "$1")
  echo $((size / 2))
}

flip() {
  local offset byte flipped
  offset=$(offset_in "$1")
  byte=$(od -An -tu1 -j "$offset" -N 1 "$1" | tr -d ' ')
  flipped=$((byte ^ 1))
  if [[ $mode == quiet && $byte -eq 32 ]]; then
    flipped=9
  fi
  printf "\\x$(printf %x "$flipped")" | dd of="$1" bs=1 seek="$offset" conv=notrunc status=none
}

if ! build; then
  echo "the untouched project does not build:" >&2
  tail -n 40 "$work/log" >&2
  exit 2
fi

tried=0 detected=0 other=0 missed=0 number=0
while read -r hash path; do
  file=$repository/$path
  [[ -f $file ]] || continue
  number=$((number + 1))
  ((number % step == 0)) || continue
  tried=$((tried + 1))
  cp -p "$file" "$work/original"
  current=$file
  # A file of its own: the repository may share its files with another by hard links.
  cp -p "$work/original" "$work/copy" && mv "$work/copy" "$file"
  flip "$file"
  actual=$(sha256sum "$file" | cut -c1-64)
  if build; then
    missed=$((missed + 1))
    echo "MISSED    $path"
  elif grep -qF "$path" "$work/log" && grep -qF "$hash" "$work/log" && grep -qF "$actual" "$work/log"; then
    detected=$((detected + 1))
  else
    other=$((other + 1))
    echo "UNNAMED   $path: $(grep -m 1 '\[ERROR\]' "$work/log" | cut -c1-200)"
  fi
  restore
  ((tried % 50 == 0)) && echo "$tried tried, $detected detected"
done < <(grep -v '^#' "$lock")

echo "$(basename "$maven_home"), $mode: $tried files tampered with, $detected detected by name and hashes," \
  "$other failed otherwise, $missed missed"
((tried > 0 && detected == tried))
