#!/usr/bin/env bash
# compile_large, compile_large_memory, compile_large_change: seconds and MiB of the largest compiler process with two g++ 12
# at -O1 for the program in parts that synth-introspect writes for 300 tables of 15 columns with two references each; and
# how many of its parts are compiled again when one table has got a column.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/packages test >&2
bench/build synth-introspect
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# schema COLUMN: the tables in SQL; table 150 has one column more where COLUMN says so.
schema() {
    awk -v more="$1" '
        # Names that are in no order, as those of a database that has grown.
        function name(table, at) {
            at = table * 7 % 300
            return area[at % 20 + 1] "_" thing[int(at / 20) + 1]
        }
        BEGIN {
            split("account asset billing campaign claim contract delivery device employee event facility inventory " \
                  "invoice market order payment product project supplier ticket", area, " ")
            split("address change comment contact detail document entry group history item line note period rule type", thing, " ")
            split("varchar(40) integer numeric(12,2) date timestamp boolean bigint text double smallint uuid char(3)", type, " ")
            split("title quantity amount valid_from changed_at active counter description weight priority token currency", column, " ")
            for (table = 0; table < 300; ++table) {
                printf "CREATE TABLE %s (\n    id bigint PRIMARY KEY", name(table)
                for (each = 1; each <= 12; ++each) {
                    sql = type[each] == "double" ? "double precision" : type[each]
                    must = (table + each) % 3 == 0 ? "" : " NOT NULL"
                    unique = (each == 11 && table % 4 == 0) || (each == 1 && table % 5 == 0) ? " UNIQUE" : ""
                    check = each == 2 && table % 2 == 0 ? " CHECK (quantity BETWEEN 1 AND 1000)" : ""
                    check = check (each == 3 && table % 3 == 0 ? " CHECK (amount >= 0)" : "")
                    check = check (each == 12 && table % 6 == 0 ? " CHECK (currency IN (\047EUR\047, \047USD\047, \047CHF\047))" : "")
                    printf ",\n    %s %s%s%s%s", column[each], sql, must, unique, check
                }
                # One parent close by and one that many have; the first tables refer to themselves.
                near = table < 2 ? table : table - 1 - table % (table < 9 ? table : 9)
                far = table < 10 ? near : table * 13 % 10
                printf ",\n    near_id bigint%s REFERENCES %s (id)", table < 2 ? "" : " NOT NULL", name(near)
                printf ",\n    far_id bigint REFERENCES %s (id)", name(far)
                printf "%s\n);\n", table == 150 && more != "" ? ",\n    " more " integer" : ""
            }
        }'
}

# introspect DATABASE
introspect() { build/release/tools/introspect/synth-introspect "$1" --split "$folder/program" --namespace large --quiet; }

# compile FILE: into an object beside it, and what that took.
compile() {
    command time -f '%M' -a -o "$folder/memory" g++-12 -std=c++20 -O1 -DNDEBUG -DFMT_HEADER_ONLY -Iinclude \
        "-I$(pg_config --includedir 2>/dev/null || echo /usr/include/postgresql)" -c "$1" -o "${1%.cpp}.o"
}
export -f compile
export folder

schema '' | sqlite3 "$folder/large.db"
introspect "$folder/large.db"
begin=$(date +%s.%N)
find "$folder/program" -maxdepth 1 -name '*.cpp' -print0 | sort -z | xargs -0 -P 2 -I{} bash -c 'compile "$1"' _ {}
g++-12 -pthread "$folder"/program/*.o -o "$folder/large" -lpq -lsqlite3 -lzstd
end=$(date +%s.%N)
"$folder/large" graph >/dev/null

# A part is compiled again when a file that it includes has changed.
touch "$folder/before"
sleep 0.01
schema added | sqlite3 "$folder/changed.db"
introspect "$folder/changed.db"
changed=$(find "$folder/program" -name '*.?pp' -newer "$folder/before" -printf '%P\n')
again=0
for part in "$folder"/program/part_*.cpp; do
    included=$(g++-12 -MM -MG "$part" | tr -d '\\:' | tr ' ' '\n' | sed -E "s|^$folder/program/||; s#(tables|rows)/\.\./##g")
    ! grep -qxF -f <(printf '%s\n' "$included") <<<"$changed" || again=$((again + 1))
done

awk -v begin="$begin" -v end="$end" '{ memory = $1 > memory ? $1 : memory }
    END { printf "compile_large %.0f s\ncompile_large_memory %.0f MiB\n", end - begin, memory / 1024 }' "$folder/memory"
echo "compile_large_change $again parts"
