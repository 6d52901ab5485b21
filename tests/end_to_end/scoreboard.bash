#!/usr/bin/env bash
# tools/scoreboard: what it refuses, what it says of schemas that fail, that it finds what a load left broken, and that nothing of
# it stays, however it ends. With SYNTH_TEST_TOOL set schemas are compiled, which takes minutes; without it the rest.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
unset SYNTH_TEST_POSTGRES_SOCKET
mine=scoreboard_test_$$
at_end 'rm -rf "$root"/build/scoreboard/${mine}_*'

while IFS='|' read -r words arguments; do
    [[ $words ]] || continue
    read -ra arguments <<<"$arguments"
    fails 2 "$words" "$root/tools/scoreboard" "${arguments[@]}"
done <<'END'
unknown option --row|--row 5
--rows needs a value|--rows
--rows 0: no number of rows|--rows 0
--rows -5: no number of rows|--rows -5
--jobs 0: no number|--jobs 0
--timeout never: no number of seconds|--timeout never
--engine mysql: there are postgres and sqlite|--engine mysql
there is no file /nowhere/none.sql|/nowhere/none.sql
END
succeeds "$root/tools/scoreboard" --help
grep -q 'tools/scoreboard \[OPTION...\] \[SCHEMA.sql...\]' "$scratch/stdout" || wrong '--help says nothing'

# board CODE ARGUMENT...: runs it; its lines are in $scratch/stdout.
board() {
    local code=$1 status=0
    shift
    "$root/tools/scoreboard" "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || status=$?
    equal "exit code of $*" "$code" "$status"
}
# says NAME WORDS: the line of a schema.
says() { grep -qE "^${mine}_$1 .*  $2" "$scratch/stdout" || wrong "no '$2' for $1 in $(<"$scratch/stdout")"; }

# A file that the database does not accept stops no other one; two files may have one name.
mkdir "$scratch/other"
echo 'CREATE TABLE a (id nothing);' >"$scratch/${mine}_type.sql"
printf '%s\n' '\echo :HOST' 'CREATE TABEL a (id integer);' >"$scratch/${mine}_typo.sql"
cp "$scratch/${mine}_type.sql" "$scratch/other/${mine}_typo.sql"
board 1 --jobs 2 "$scratch/${mine}_type.sql" "$scratch/${mine}_typo.sql" "$scratch/other/${mine}_typo.sql"
says type 'making the tables: type "nothing" does not exist'
says typo 'making the tables: syntax error at or near "TABEL"'
says typo_2 'making the tables: type "nothing" does not exist'
equal 'the last line' '0 passed, 3 failed' "$(tail -n 1 "$scratch/stdout")"
host=$(head -n 1 "$root/build/scoreboard/${mine}_typo/create.log")
[[ $host == /tmp/* && ! -e $host ]] || wrong "the server's directory '$host' stays"
board 1 --engine sqlite "$scratch/${mine}_typo.sql"
says typo 'making the tables: '

# It waits for no schema for ever, and a signal leaves nothing.
printf '%s\n' '\echo :HOST' 'SELECT pg_sleep(600);' >"$scratch/${mine}_slow.sql"
board 1 --timeout 1 "$scratch/${mine}_slow.sql"
says slow 'making the tables: more than 1 s'
rm -rf "$root/build/scoreboard/${mine}_slow"
"$root/tools/scoreboard" "$scratch/${mine}_slow.sql" >"$scratch/stdout" 2>&1 </dev/null &
job=$!
until [[ -s $root/build/scoreboard/${mine}_slow/create.log ]]; do
    kill -0 "$job" || break
    sleep 0.05
done
host=$(head -n 1 "$root/build/scoreboard/${mine}_slow/create.log")
kill -TERM "$job"
status=0
wait "$job" || status=$?
equal 'exit code for SIGTERM' 143 "$status"
[[ $host == /tmp/* && ! -e $host ]] || wrong "the server's directory '$host' stays after SIGTERM"

[[ ${SYNTH_TEST_TOOL:-} ]] || exit 0

cat >"$scratch/${mine}_good.sql" <<'SQL'
CREATE TABLE parent (id serial PRIMARY KEY);
CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent);
SQL
# A trigger that breaks a reference behind the back of the database, which then believes that it holds; what it does is put
# together while it runs, or a load would have it off.
cat "$scratch/${mine}_good.sql" - >"$scratch/${mine}_broken.sql" <<'SQL'
CREATE FUNCTION damage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    SET LOCAL session_replication_role = replica;
    EXECUTE 'UP' || 'DATE child SET parent_id = -1 WHERE id IN (SELECT id FROM child LIMIT 3)';
    PERFORM setval('parent_id_seq', 1);
    SET LOCAL session_replication_role = origin;
    RETURN NULL;
END $$;
CREATE TRIGGER damage AFTER INSERT ON child EXECUTE FUNCTION damage();
SQL
board 1 --rows 50 "$scratch/${mine}_good.sql" "$scratch/${mine}_broken.sql"
says good pass
says broken 'check: 3 rows of public.child break child_parent_id_fkey'
equal 'the last line' '1 passed, 1 failed' "$(tail -n 1 "$scratch/stdout")"
sed 's/serial/integer/' "$scratch/${mine}_good.sql" >"$scratch/${mine}_plain.sql"
board 0 --engine sqlite --rows 50 "$scratch/${mine}_plain.sql"
equal 'the last line' '1 passed, 0 failed' "$(tail -n 1 "$scratch/stdout")"

# Other runs come and go in the cache while one looks for what is old there.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/synth
sqlite3 "$scratch/one.db" 'CREATE TABLE one (id integer PRIMARY KEY)'
succeeds "$root/tools/synth" "$scratch/one.db" gen --rows 3
(trap 'rm -rf "$cache/header-$mine"*; exit' TERM
    while :; do mkdir "$cache/header-$mine"{1..100}; rmdir "$cache/header-$mine"{1..100}; done) &
hammer=$!
at_end 'kill -TERM "$hammer"; wait "$hammer"'
for _ in {1..10}; do
    succeeds "$root/tools/synth" "$scratch/one.db" gen --rows 3
done
