#!/usr/bin/env bash
# TPC-C in SQLite: introspected, filled, refused when it is full, filled again.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

# new_database FILE
new_database() { sqlite3 -bail "$1" <"$TPCC_SQL"; }

introspect() { "$INTROSPECT" "$1" --output "$2" --namespace tpcc_sqlite --quiet; }

check_rows() {
    local table
    for table in "${tables[@]}"; do
        equal "rows of $table, $1" "${rows[$table]}" "$(sqlite3 "$2" "SELECT count(*) FROM $table")"
    done
    equal "rows that refer to nothing, $1" '' "$(sqlite3 "$2" 'PRAGMA foreign_key_check')"
    equal "integrity, $1" ok "$(sqlite3 "$2" 'PRAGMA integrity_check')"
}

dump() { sqlite3 "$1" .dump | sha256sum; }

db=$scratch/tpcc.db
new_database "$db"
introspect "$db" "$scratch/tpcc_sqlite.hpp"
same 'the header of the build and this one' "$TPCC_SQLITE_HEADER" "$scratch/tpcc_sqlite.hpp"

before=$(sha256sum "$db")
succeeds "$TPCC_SQLITE" load "$db" --rows "$tenth" --dry-run
equal 'the file after a dry run' "$before" "$(sha256sum "$db")"

succeeds "$TPCC_SQLITE" load "$db" --rows "$tenth" --seed 7 --threads 1 --quiet
check_rows 'loaded' "$db"
introspect "$db" "$scratch/again.hpp"
same 'the header of the full database' "$TPCC_SQLITE_HEADER" "$scratch/again.hpp"

before=$(sha256sum "$db")
fails 1 'not empty: ' "$TPCC_SQLITE" load "$db" --rows "$tenth" --seed 8
for table in "${tables[@]}"; do
    grep -qw -- "$table" "$scratch/stderr" || wrong "the refusal does not name $table"
done
equal 'the file after a refusal' "$before" "$(sha256sum "$db")"

first=$(dump "$db")
succeeds "$TPCC_SQLITE" load "$db" --rows "$tenth" --seed 8 --truncate --quiet
check_rows 'loaded over another seed' "$db"
[[ $(dump "$db") != "$first" ]] || wrong 'another seed gives the same rows'

# The same seed gives the same rows: over others, in another file, by other threads.
succeeds "$TPCC_SQLITE" load "$db" --rows "$tenth" --seed 7 --truncate --quiet
equal 'rows of the first seed, loaded again' "$first" "$(dump "$db")"
new_database "$scratch/other.db"
succeeds "$TPCC_SQLITE" load "sqlite:$scratch/other.db" --rows "$tenth" --seed 7 --threads 2 --quiet
equal 'rows of another file' "$first" "$(dump "$scratch/other.db")"
