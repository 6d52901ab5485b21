#!/usr/bin/env bash
# compile_tpcds, compile_tpcds_memory: CPU seconds and MiB of g++ 12 at -O2 for the program of the header that
# synth-introspect writes for TPC-DS: 24 tables, 425 columns, 104 references, the whole command line included; once.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/packages test >&2
bench/build synth-introspect
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# shellcheck disable=SC2016 # for the shell that knows the database
tests/with_postgres bash -c 'psql -qX -v ON_ERROR_STOP=1 -d "$SYNTH_TEST_POSTGRES" -f tests/schemas/benchmark_tpcds.sql >&2 &&
    build/release/tools/introspect/synth-introspect "$SYNTH_TEST_POSTGRES" -o "$1" --namespace tpcds 2>/dev/null' _ "$folder/tpcds.hpp"
cat >"$folder/program.cpp" <<'CPP'
#include "tpcds.hpp"

#include <synth/program/program.hpp>

int main(int argc, char** argv) { return synth::program<tpcds::schema>(argc, argv); }
CPP
bench/compile_cost compile_tpcds 1 "$folder/program.cpp" -DNDEBUG -DFMT_HEADER_ONLY \
    "-I$(pg_config --includedir 2>/dev/null || echo /usr/include/postgresql)"
