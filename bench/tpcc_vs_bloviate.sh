#!/usr/bin/env bash
# tpcc_vs_bloviate, tpcc_seconds, tpcc_bloviate_seconds: the time to load TPC-C for ten warehouses into a private PostgreSQL, all keys
# and foreign keys there at the end, over that of Bloviate's bulk mode; 3 turns, median of the ratios, and the best seconds
# of each. Ours is the whole process, checks and statistics included; theirs what its filler takes. Both have two connections.
# Bloviate's jars are on no registry that is open to all (GitHub Packages asks for an account), so they are not installed:
#   BLOVIATE_CLASSPATH='directory/*:postgresql-42.7.4.jar' tools/bench tpcc_vs_bloviate     BLOVIATE_JAVA: its java (25 or newer)
# Without them only tpcc_seconds is measured.
set -euo pipefail
cd "$(dirname "$0")/.."
tables=(warehouse district customer history open_order new_order item stock order_line)
rows=warehouse=10,district=100,customer=300k,history=300k,open_order=300k,new_order=90k,item=100k,stock=1M,order_line=3M
java=${BLOVIATE_JAVA:-java}

sql() { psql -qXAt -v ON_ERROR_STOP=1 -d "$SYNTH_TEST_POSTGRES" "$@"; }
empty() { sql -c "TRUNCATE $(IFS=,; echo "${tables[*]}")" -c CHECKPOINT; }

ours() {
    local start=$EPOCHREALTIME
    "$1/program" load "$SYNTH_TEST_POSTGRES" --rows "$rows" --connections 2 -q
    awk -v start="$start" -v end="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", end - start }'
}

# Two connections on two cores are the fastest here; the driver writes many rows into one INSERT.
theirs() {
    "$java" -Xmx4g -cp "$1:$BLOVIATE_CLASSPATH" Tpcc "$SYNTH_TEST_POSTGRES_SOCKET/.s.PGSQL.5432" postgres postgres 10 2 2 1000
}

# Inside with_postgres: the tables, our program, and the turns.
if [[ ${1:-} == inside ]]; then
    folder=$2
    # The names that Bloviate's configuration knows.
    sed 's/\borders\b/open_order/g' examples/tpcc/schema.sql | sql -f -
    build/release/tools/introspect/synth-introspect "$SYNTH_TEST_POSTGRES" -o "$folder/tpcc.hpp" --namespace tpcc 2>/dev/null
    cat >"$folder/program.cpp" <<'CPP'
#include "tpcc.hpp"

#include <synth/program/program.hpp>

int main(int argc, char** argv) { return synth::program<tpcc::schema>(argc, argv); }
CPP
    "${CXX:-g++-12}" -std=c++20 -O2 -DNDEBUG -DFMT_HEADER_ONLY -pthread -Iinclude "-I$(pg_config --includedir)" \
        "$folder/program.cpp" -o "$folder/program" -lpq -lsqlite3 -lzstd
    for round in 1 2 3; do
        empty
        our=$(ours "$folder")
        their=
        if [[ ${BLOVIATE_CLASSPATH:-} ]]; then
            empty
            their=$(theirs "$folder")
        fi
        [[ ! ${BENCH_VERBOSE:-} ]] || echo "tpcc_vs_bloviate: round $round: $our over $their" >&2
        echo "$our $their" >>"$folder/turns"
    done
    exit
fi

tools/packages test >&2
bench/build synth-introspect
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if [[ ${BLOVIATE_CLASSPATH:-} ]]; then
    # javac wants jars by name where java takes a star.
    jars=$(IFS=:; for each in $BLOVIATE_CLASSPATH; do
        # shellcheck disable=SC2086 # the star is meant
        case $each in *'*') printf '%s:' ${each%'*'}*.jar ;; *) printf '%s:' "$each" ;; esac
    done)
    "$(dirname "$(command -v "$java")")/javac" -cp "$jars" -d "$folder" bench/rivals/bloviate/Tpcc.java
fi
tests/with_postgres bench/tpcc_vs_bloviate.sh inside "$folder"
sort -g "$folder/turns" | awk 'NR == 1 { printf "tpcc_seconds %.2f s\n", $1 }'
if [[ ! ${BLOVIATE_CLASSPATH:-} ]]; then
    echo 'tpcc_vs_bloviate: BLOVIATE_CLASSPATH must name the jars of bloviate-core 2.19.1, what it needs, and postgresql' >&2
    exit
fi
awk '{ print $2 }' "$folder/turns" | sort -g | awk 'NR == 1 { printf "tpcc_bloviate_seconds %.2f s\n", $1 }'
awk '{ print $1 / $2 }' "$folder/turns" | sort -g | awk 'NR == 2 { printf "tpcc_vs_bloviate %.3f x\n", $1 }'
