#!/usr/bin/env bash
# faker_vs_fakerjs, faker_vs_fakerjs_synth, faker_vs_fakerjs_rival: rows a second of {name, email, city, integer, date} as
# text to /dev/null on one thread, over those of @faker-js/faker with one locale, its compiler warmed up.
set -euo pipefail
cd "$(dirname "$0")/.."
bench/install_rival fakerjs
bench/build round_person
bench/interleave faker_vs_fakerjs 5 rows/s build/release/bench/round_person \
    'cd build/rivals/fakerjs && node ../../../bench/rivals/fakerjs/rows.mjs'
