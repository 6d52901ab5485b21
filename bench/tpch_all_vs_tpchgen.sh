#!/usr/bin/env bash
# tpch_all_vs_tpchgen, tpch_all_vs_tpchgen_synth, tpch_all_vs_tpchgen_rival: the eight tables of TPC-H at scale factor 1 as
# text to /dev/null on one thread: rows over the time of the whole process, over those of tpchgen-cli.
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ ! -f examples/tpch/tpch.cpp ]]; then
    echo 'tpch_all_vs_tpchgen: there is no examples/tpch/tpch.cpp, the program of the eight tables' >&2
    exit 1
fi
bench/install_rival tpchgen_cli
bench/build round_tpch
ours=build/release/bench/round_tpch
# Standard output takes one table, so that ours is eight processes, one after the other.
tables='region nation supplier customer part partsupp orders lineitem'
bench/interleave tpch_all_vs_tpchgen 5 rows/s \
    "bench/rate 8661245 bash -c 'for table in $tables; do $ours gen --scale 1 --threads 1 --format copy --table \$table --quiet || exit; done'" \
    'bench/rate 8661245 build/rivals/tpchgen_cli/bin/tpchgen-cli tbl --scale-factor 1 --num-threads 1 --stdout --quiet'
