#!/usr/bin/env bash
# What goes wrong from outside: the exit code, one line that says it, no part of a file, no part of a table.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

name=$(psql -qXAt "$SYNTH_TEST_POSTGRES" -c 'SELECT current_database()')
admin() { psql -qXAt -v ON_ERROR_STOP=1 "$SYNTH_TEST_POSTGRES" "$@"; }

# --- What the command line does not understand: 2; what cannot be planned: 1. Nothing is printed, no file is begun.
while IFS='|' read -r code words arguments; do
    [[ $code ]] || continue
    read -ra arguments <<<"$arguments"
    fails "$code" "$words" "$TPCC_POSTGRESQL" "${arguments[@]}"
    equal "standard output of ${arguments[*]}" '' "$(<"$scratch/stdout")"
done <<'END'
2|no command; give gen, load, verify, explain or graph|
2|there is no command gne; did you mean gen?|gne
2|there is no option --tabel; did you mean --table?|gen --tabel item
2|unexpected item|gen item
2|there is no table itme; did you mean item?|gen --table itme
2|there is no table new_orders; did you mean new_order?|gen --rows new_orders=5 --table item
2|there is no table stok; did you mean stock?|load --table stok nowhere.db
2|there is no table costumer; did you mean customer?|explain --table costumer
2|standard output takes one table, but there are 9|gen
2|--rows 0: the number of rows must be at least 1|gen --table item --rows 0
2|--rows -5: the number of rows must be at least 1|gen --table item --rows -5
2|--rows item=0: the number of rows must be at least 1|gen --table item --rows item=1,item=0
2|--rows stock=-1: the number of rows must be at least 1|gen --table item --rows stock=-1
2|there is no table ITEMS; did you mean item?|gen --table ITEMS
2|--rows many: no number of rows|gen --table item --rows many
2|--rows item=: no number of rows|gen --table item --rows item=
2|--rows: there is no table ''|gen --table item --rows =5
2|--rows 1.5: part of a row|gen --table item --rows 1.5
2|--rows 1e3: no number of rows|gen --table item --rows 1e3
2|--rows 0x10: no number of rows|gen --table item --rows 0x10
2|--rows '': no number of rows|gen --table item --rows 5,
2|--rows 9223372036854775808: too many rows|gen --table item --rows 9223372036854775808
2|--rows 99999999999999999999999: too many rows|gen --table item --rows 99999999999999999999999
2|--rows 99999999T: too many rows|gen --table item --rows 99999999T
1|item.i_id: 3000000000 rows need as many distinct values|gen --table item --rows item=3G
1|item.i_id: 9223372036854775807 rows need as many distinct|gen --table item --rows item=9223372036854775807
1|item.i_id: 2147483648 rows need as many distinct|load --rows item=2147483648 nowhere.db
2|--scale 0: no factor|gen --table item --scale 0
2|--scale -1: no factor|gen --table item --scale -1
2|--part 0/3: no part|gen --table item --part 0/3
2|--part 4/3: no part|gen --table item --part 4/3
2|--part x: no part|gen --table item --part x
2|--part 1/0: no part|gen --table item --part 1/0
2|--part 1/3x: no part|gen --table item --part 1/3x
2|--part /: no part|gen --table item --part /
2|--seed -1: no seed|gen --table item --seed -1
2|--seed 18446744073709551616: no seed|gen --table item --seed 18446744073709551616
2|--lock-timeout soon: write seconds|load --lock-timeout soon nowhere.db
2|--threads 0: write a number from 1 to 1024|gen --table item --threads 0
2|--now yesterday: no moment|gen --table item --now yesterday
2|--format|gen --table item --format xml
2|--compress gzip: write zstd or zstd:LEVEL|gen --table item --compress gzip
2|--compress zstd:20: write zstd or zstd:LEVEL|gen --table item --compress zstd:20
2|target is required|load
2|targets are postgresql://... and paths of SQLite databases|load mysql://host/shop
END
fails 2 "--output '': empty; give a value or leave the option out" "$TPCC_POSTGRESQL" gen --table item --output ''
# A count that does not fit stops its own table only.
succeeds "$TPCC_POSTGRESQL" gen --table warehouse --rows warehouse=2,item=2147483648 --quiet
# The largest number that the key has room for is none too many.
succeeds "$TPCC_POSTGRESQL" explain --table item --rows item=2147483647

# --- Files.
out=$scratch/out
fails 1 'No space left on device; make room' bash -c '"$1" gen --quiet --table item >/dev/full' _ "$TPCC_POSTGRESQL"
fails 1 'No space left on device; make room' bash -c '"$1" gen --quiet --table item --compress zstd >/dev/full' _ "$TPCC_POSTGRESQL"
fails 1 'No space left on device; make room' bash -c '"$1" explain >/dev/full' _ "$TPCC_POSTGRESQL"
fails 1 'No space left on device' bash -c '"$1" "$2" >/dev/full' _ "$INTROSPECT" "$(dirname "$TPCC_SQLITE_HEADER")/tpcc.db"

# A disk with room for the first table, not for the second.
mkdir "$out"
fails 1 "cannot write $out/stock.csv: File too large" \
    bash -c 'ulimit -f 100; "$1" gen --quiet --output "$2" --table stock --table warehouse --rows 10k,warehouse=10' _ "$TPCC_POSTGRESQL" "$out"
equal 'files that are complete' warehouse.csv "$(ls -A "$out")"
fails 1 "$out/warehouse.csv is there already; give --overwrite" \
    "$TPCC_POSTGRESQL" gen --quiet --output "$out" --table 'stock' --table 'warehouse'
equal 'files after a refusal' warehouse.csv "$(ls -A "$out")"
rm "$out"/*
fails 1 'File too large' bash -c 'ulimit -f 4; "$1" "$2" --output "$3/tpcc.hpp"' _ "$INTROSPECT" \
    "$(dirname "$TPCC_SQLITE_HEADER")/tpcc.db" "$out"
nothing_in 'files of a header that was too large' "$out"

# A reader that has seen enough: silence and 1.
status=0
"$TPCC_POSTGRESQL" gen --table item --rows 1M --no-progress 2>"$scratch/stderr" | head -n 1 >/dev/null || status=${PIPESTATUS[0]}
equal 'exit code for a closed pipe' 1 "$status"
equal 'standard error for a closed pipe' '' "$(<"$scratch/stderr")"

# What cannot be a folder, and one that others own: root may write everywhere, so it becomes somebody else.
touch "$scratch/file"
fails 1 "cannot make the folder $scratch/file" "$TPCC_POSTGRESQL" gen --table item --output "$scratch/file"
fails 1 "cannot make the folder $scratch/file/folder" "$TPCC_POSTGRESQL" gen --table item --output "$scratch/file/folder"
nobody() { "$@"; }
if ((EUID == 0)); then
    nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
fi
cp "$TPCC_POSTGRESQL" "$scratch/program"
cp "$INTROSPECT" "$scratch/introspect"
sqlite3 -bail "$scratch/read_only.db" <"$TPCC_SQL"
chmod a+rx "$scratch/program" "$scratch/introspect" "$scratch/read_only.db"
chmod 444 "$scratch/read_only.db"
chmod 555 "$out"
fails 1 "cannot write $out/item.csv: Permission denied; choose a folder that you may write to" \
    nobody "$scratch/program" gen --quiet --table item --output "$out"
fails 1 "$out/tpcc.hpp cannot be written: Permission denied" \
    nobody "$scratch/introspect" "$scratch/read_only.db" --output "$out/tpcc.hpp"
fails 1 'check the path and that you may write to the file' nobody "$scratch/program" load "$scratch/read_only.db" --rows 5
chmod 755 "$out"
nothing_in 'files in a folder of others' "$out"

# A signal in the middle of a file, which has no name before it is complete; the last one cannot be caught.
while read -r signal code lines compress; do
    # Jobs of a script ignore SIGINT unless told otherwise.
    env --default-signal=INT "$TPCC_POSTGRESQL" gen --quiet --table item --rows 1G --output "$out" ${compress:+"--$compress"} 2>"$scratch/stderr" &
    job=$!
    until [[ $(readlink "/proc/$job/fd/"* 2>/dev/null) == *"$out/"* ]]; do sleep 0.05; done
    kill "-$signal" "$job"
    status=0
    wait "$job" || status=$?
    equal "exit code for SIG$signal" "$code" "$status"
    equal "lines for SIG$signal" "$lines" "$(wc -l <"$scratch/stderr")"
    nothing_in "files after SIG$signal" "$out"
done <<'END'
TERM 143 1
INT 130 1
INT 130 1 compress=zstd
KILL 137 0
END

# --- SQLite: a file that is none, one that is not there, another schema, a full one, a full disk.
echo 'This is a letter, not a database, and it is longer than a header.' >"$scratch/letter"
fails 1 'file is not a database; check that this is an SQLite database' "$TPCC_SQLITE" load "$scratch/letter"
fails 1 'is not an SQLite database' "$INTROSPECT" "$scratch/letter" --output "$out/letter.hpp"
fails 1 "cannot open $scratch/none.db" "$TPCC_SQLITE" load "$scratch/none.db"
fails 1 'none.db does not exist' "$INTROSPECT" "$scratch/none.db" --output "$out/none.hpp"
fails 1 "cannot open $scratch" "$TPCC_SQLITE" load "$scratch"
fails 1 'is a folder' "$INTROSPECT" "$scratch" --output "$out/folder.hpp"
sqlite3 "$scratch/bare.db" 'CREATE TABLE gone (id); DROP TABLE gone'
fails 1 'there are no tables' "$INTROSPECT" "$scratch/bare.db" --output "$out/bare.hpp"
fails 1 'has no table ' "$TPCC_SQLITE" load "$scratch/bare.db"
nothing_in 'headers of what is no database' "$out"
[[ ! -e $scratch/none.db ]] || wrong 'a database that was not there was made'
fails 2 'SOURCE is required' "$INTROSPECT"
fails 2 '--outptu' "$INTROSPECT" "$scratch/bare.db" --outptu x.hpp
fails 2 '--namespace class' "$INTROSPECT" "$scratch/bare.db" --namespace class
fails 2 'mysql://... is not read' "$INTROSPECT" mysql://host/shop

# sqlite_after CHANGE: a new database of TPC-C with a change.
sqlite_after() {
    rm -f "$scratch/changed.db"
    { cat "$TPCC_SQL"; echo "$1"; } | sqlite3 -bail "$scratch/changed.db"
}
# Half-migrated; the change is in the last table, so that what is loaded too early shows.
while IFS='|' read -r words change; do
    [[ $words ]] || continue
    sqlite_after "$change"
    before=$(sha256sum "$scratch/changed.db")
    fails 1 "$words" "$TPCC_SQLITE" load "$scratch/changed.db" --rows "$tenth"
    equal "the file after '$change'" "$before" "$(sha256sum "$scratch/changed.db")"
done <<'END'
order_line has no column ol_amount; the database is not the described one: run synth-introspect again|ALTER TABLE order_line DROP COLUMN ol_amount;
order_line.ol_count is NOT NULL without a default, but not described|ALTER TABLE order_line RENAME ol_quantity TO ol_count;
order_line.ol_new is NOT NULL without a default|DROP TABLE order_line; CREATE TABLE order_line (ol_o_id integer, ol_d_id integer, ol_w_id integer, ol_number integer, ol_i_id integer, ol_supply_w_id integer, ol_delivery_d timestamp, ol_quantity numeric, ol_amount numeric, ol_dist_info text, ol_new text NOT NULL);
the database has no table order_line; the database is not the described one|DROP TABLE order_line;
order_line is a view, no ordinary table|DROP TABLE order_line; CREATE VIEW order_line AS SELECT * FROM orders;
order_line.ol_dist_info has type INTEGER, but was described as|DROP TABLE order_line; CREATE TABLE order_line (ol_o_id integer, ol_d_id integer, ol_w_id integer, ol_number integer, ol_i_id integer, ol_supply_w_id integer, ol_delivery_d timestamp, ol_quantity numeric, ol_amount numeric, ol_dist_info INTEGER);
not empty: item; give --truncate|INSERT INTO item VALUES (1, 1, 'one', 1, 'one');
END

sqlite_rows() { sqlite3 "$scratch/changed.db" "SELECT count(*) FROM $1"; }
# A rule that no description knows stops the load in the middle of a table.
sqlite_after "CREATE TRIGGER no_777 BEFORE INSERT ON stock WHEN NEW.s_i_id = 777 BEGIN SELECT RAISE(ABORT, 'no 777'); END;"
fails 1 'cannot load stock: no 777' "$TPCC_SQLITE" load "$scratch/changed.db" --rows "$tenth" --quiet
equal 'rows of the table that was stopped' 0 "$(sqlite_rows stock)"
equal 'rows of the table after it' 0 "$(sqlite_rows customer)"
equal 'rows of the table before it' "${rows[item]}" "$(sqlite_rows item)"
grep -q 'item' "$scratch/stderr" || wrong 'the error does not name the tables that are complete'

sqlite_after ''
fails 1 'cannot load ' bash -c 'ulimit -f 600; "$1" load "$2" --quiet --rows item=100,stock=100k' _ "$TPCC_SQLITE" "$scratch/changed.db"
equal 'rows of the table that was too large' 0 "$(sqlite_rows stock)"
equal 'rows of the table that was not' 100 "$(sqlite_rows item)"
equal 'integrity' ok "$(sqlite3 "$scratch/changed.db" 'PRAGMA integrity_check')"

# --- PostgreSQL: out of reach, not there, no tables, half-migrated, full.
for program in "$TPCC_POSTGRESQL load" "$INTROSPECT"; do
    fails 1 'Connection refused' $program postgresql://127.0.0.1:1/shop
    fails 1 "$scratch/.s.PGSQL.5432" $program "host=$scratch dbname=shop"
    fails 1 "no_such_database" $program "host=$SYNTH_TEST_POSTGRES_SOCKET user=postgres dbname=no_such_database"
    fails 1 "no_such_role" $program "host=$SYNTH_TEST_POSTGRES_SOCKET user=no_such_role dbname=$name"
    fails 1 'Connection refused' $program 'postgresql://ann:secret@127.0.0.1:1/shop'
    if grep -q secret "$scratch/stderr"; then
        wrong "a password is shown: $(<"$scratch/stderr")"
    fi
done
fails 1 'there are no tables' "$INTROSPECT" "$SYNTH_TEST_POSTGRES" --output "$out/bare.hpp"
nothing_in 'headers of what has no tables' "$out"
fails 1 'has no table ' "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES"
[[ $(admin -c 'SELECT count(*) FROM pg_stat_user_tables') == 0 ]] || wrong 'load made a table'

# postgres_after CHANGE: a new schema of TPC-C with a change.
postgres_after() {
    admin -c 'SET client_min_messages = error' -c 'DROP SCHEMA public CASCADE' -c 'CREATE SCHEMA public' -f "$TPCC_SQL" -c "$1"
}
# Rows of all tables together.
postgres_rows() {
    local each total=0
    for each in "${tables[@]}"; do
        if [[ $(admin -c "SELECT to_regclass('$each')") ]]; then
            total=$((total + $(admin -c "SELECT count(*) FROM $each")))
        fi
    done
    echo "$total"
}
while IFS='|' read -r count words change; do
    [[ $count ]] || continue
    postgres_after "$change"
    fails 1 "$words" "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --rows "$tenth"
    equal "rows after '$change'" "$count" "$(postgres_rows)"
done <<'END'
0|order_line has no column ol_amount; the database is not the described one: run synth-introspect again|ALTER TABLE order_line DROP ol_amount
0|order_line has no column ol_quantity|ALTER TABLE order_line RENAME ol_quantity TO ol_count
0|order_line.ol_new is NOT NULL without a default|ALTER TABLE order_line ADD ol_new text NOT NULL
0|has no table order_line; the database is not the described one: run synth-introspect again|DROP TABLE order_line
0|order_line.ol_amount has type text, but was described as numeric(6,2)|ALTER TABLE order_line ALTER ol_amount TYPE text
0|order_line.ol_amount has type numeric(4,2), but was described as numeric(6,2)|ALTER TABLE order_line ALTER ol_amount TYPE numeric(4,2)
0|order_line.ol_dist_info has type character(10), but was described with 24 characters|ALTER TABLE order_line ALTER ol_dist_info TYPE char(10)
0|order_line.ol_delivery_d is NOT NULL, but was described as nullable|ALTER TABLE order_line ALTER ol_delivery_d SET NOT NULL
1|not empty: item; give --truncate|INSERT INTO item VALUES (1, 1, 'one', 1, 'one')
END

postgres_after 'ALTER TABLE stock ADD CONSTRAINT no_777 CHECK (s_i_id <> 777)'
fails 1 'constraint no_777' "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --rows "$tenth" --quiet
equal 'rows after a load that was stopped' 0 "$(postgres_rows)"
fails 1 'constraint no_777' "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --rows "$tenth" --commit-each --quiet
equal 'rows of the tables before the one that was stopped' 10011 "$(postgres_rows)"
equal 'rows of the table that was stopped' 0 "$(admin -c 'SELECT count(*) FROM stock')"

# Rows are replaced all or not at all, and a parent that is missing is noticed before anything is deleted.
postgres_after ''
succeeds "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --rows "$tenth" --quiet
before=$(postgres_rows)
admin -c 'ALTER TABLE stock ADD CONSTRAINT no_777 CHECK (s_i_id <> 777) NOT VALID'
fails 1 'nothing was changed, the old rows are still there' \
    "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --rows "$tenth" --quiet --truncate
equal 'rows that were to be replaced' "$before" "$(postgres_rows)"
postgres_after ''
fails 1 'cannot empty district: customer refers to it' "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --table district --quiet --truncate

# A table that another session holds.
admin -c 'BEGIN' -c 'LOCK TABLE item' -c 'SELECT pg_sleep(60)' >/dev/null &
holder=$!
until [[ $(admin -c "SELECT count(*) FROM pg_locks WHERE relation = 'item'::regclass AND granted AND mode = 'AccessExclusiveLock'") == 1 ]]; do
    sleep 0.05
done
fails 1 'cannot read item: canceling statement due to lock timeout' "$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES" --lock-timeout 1
admin -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'" >/dev/null
wait "$holder" 2>/dev/null || true

# The server ends the session in the middle of a table.
postgres_after ''
"$TPCC_POSTGRESQL" load "$SYNTH_TEST_POSTGRES application_name=victim" --table item --rows item=1G --quiet 2>"$scratch/stderr" &
job=$!
until [[ $(admin -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'victim' AND query LIKE 'COPY%'") == 1 ]]; do
    sleep 0.05
done
status=0
wait "$job" || status=$?
equal 'exit code for a session that ended' 1 "$status"
equal 'lines for a session that ended' 1 "$(wc -l <"$scratch/stderr")"
grep -q 'cannot load item: ' "$scratch/stderr" || wrong "for a session that ended: $(<"$scratch/stderr")"
equal 'rows of a session that ended' 0 "$(postgres_rows)"
