#!/usr/bin/env bash
# wide_vs_bloviate, wide_vs_bloviate_synth, wide_vs_bloviate_rival, wide_letters: rows a second of the eight columns of
# Bloviate's `wide` tables as tab-separated text to /dev/null on one thread, over those of its own FlatFileGenerator, its
# compiler warmed up; wide_letters is the same ratio with random letters as texts, which Bloviate has.
# Bloviate's jars are on no registry that is open to all (GitHub Packages asks for an account), so they are not installed:
#   BLOVIATE_CLASSPATH='directory/*' tools/bench wide_vs_bloviate     BLOVIATE_JAVA: its java (25 or newer)
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ ! ${BLOVIATE_CLASSPATH:-} ]]; then
    echo 'wide_vs_bloviate: BLOVIATE_CLASSPATH must name the jars of bloviate-core 2.19.1 and what it needs' >&2
    exit 1
fi
bench/build round_wide
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
export directory java=${BLOVIATE_JAVA:-java}
# One thread makes rows; so that the collector has no others, it is the serial one.
# shellcheck disable=SC2016 # for the shell that runs it
rival='"$java" -XX:+UseSerialGC -Xmx2g -cp "$BLOVIATE_CLASSPATH" bench/rivals/bloviate/Wide.java "$directory"'
bench/interleave wide_vs_bloviate 5 rows/s build/release/bench/round_wide "$rival"
bench/interleave wide_letters 3 rows/s 'build/release/bench/round_wide letters' "$rival" | grep '^wide_letters '
