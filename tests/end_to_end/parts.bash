#!/usr/bin/env bash
# Parts, one behind the other, are the whole: every format, any number of threads, standard output and files.
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"

gen() { "$TPCC_POSTGRESQL" gen --quiet --rows customer=30001,district=100,item=70001,orders=30001,warehouse=2 "$@"; }

declare -A extensions=([csv]=csv [copy]=copy [copy-binary]=pgcopy)
for format in csv copy copy-binary; do
    # Two rows in three parts leave one of them empty.
    for table in item orders customer warehouse; do
        what="$table as $format"
        whole=$scratch/whole
        gen --table "$table" --format "$format" --threads 1 >"$whole"
        [[ -s $whole ]] || wrong "$what: nothing"
        gen --table "$table" --format "$format" --threads 2 >"$scratch/two"
        same "$what, two threads" "$whole" "$scratch/two"
        for threads in 1 2; do
            for part in 1/3 2/3 3/3; do
                gen --table "$table" --format "$format" --threads "$threads" --part "$part"
            done >"$scratch/parts"
            same "$what in parts, $threads threads" "$whole" "$scratch/parts"
        done
    done
    for part in 1/3 2/3 3/3; do
        gen --table 'o*s' --format "$format" --part "$part" --output "$scratch/files-$format"
    done
    cat "$scratch/files-$format"/orders.*."${extensions[$format]}" >"$scratch/parts"
    gen --table orders --format "$format" >"$scratch/whole"
    same "orders as $format in three files" "$scratch/whole" "$scratch/parts"
    equal "files of $format" 3 "$(ls -A "$scratch/files-$format" | wc -l)"
done

# More than 9 parts: by name they are in order too.
for part in {1..11}; do
    gen --table orders --part "$part/11" --output "$scratch/eleven"
done
cat "$scratch"/eleven/* >"$scratch/parts"
gen --table orders >"$scratch/whole"
same 'orders in eleven files' "$scratch/whole" "$scratch/parts"
