#!/usr/bin/env bash
# include_umbrella: CPU seconds that a file pays which only includes <synth/synth.hpp>, median of 7.
set -euo pipefail
cd "$(dirname "$0")/.."
source=$(mktemp --suffix .cpp)
trap 'rm -f "$source"' EXIT
echo '#include <synth/synth.hpp>' >"$source"
bench/compile_cost include_umbrella 7 "$source" | grep -v _memory
