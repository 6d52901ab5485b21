#!/usr/bin/env bash
# lineitem_vs_tpchgen, lineitem_vs_tpchgen_synth, lineitem_vs_tpchgen_rival: rows a second of lineitem at scale factor 1 as
# text to /dev/null on one thread, over those of the library of tpchgen-rs. Its texts, 0.8 s, are made before the clock starts.
set -euo pipefail
cd "$(dirname "$0")/.."
bench/install_rival tpchgen
bench/build round_lineitem
bench/interleave lineitem_vs_tpchgen 5 rows/s build/release/bench/round_lineitem build/rivals/tpchgen/release/synth-bench-tpchgen
