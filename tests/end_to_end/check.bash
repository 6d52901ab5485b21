# shellcheck shell=bash
# What the scripts of this folder share. A check that fails prints a line and the script goes on; its exit code is 1 then.
set -euo pipefail

scratch=$(mktemp -d)
chmod 755 "$scratch"
failures=0
last_acts=()

# at_end COMMAND: runs however the script ends.
at_end() { last_acts+=("$1"); }

finish() {
    local status=$? each
    for each in "${last_acts[@]}"; do
        eval "$each" || true
    done
    rm -rf "$scratch"
    ((status == 0)) || echo "the script stopped early, with $status" >&2
    echo "$failures checks failed" >&2
    exit $((status != 0 || failures != 0))
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

wrong() {
    echo "WRONG: $*" >&2
    failures=$((failures + 1))
}

# equal WHAT EXPECTED ACTUAL
equal() { [[ $2 == "$3" ]] || wrong "$1: expected '$2', got '$3'"; }

# same WHAT FILE FILE: byte for byte.
same() { cmp "$2" "$3" || wrong "$1: $2 and $3 differ"; }

# nothing_in WHAT FOLDER: not even a hidden file.
nothing_in() { equal "$1" '' "$(ls -A "$2")"; }

# limited COMMAND...: with its output in the scratch folder; a command that should have been refused must not fill the disk (1 GiB in
# blocks of 1 KiB).
limited() (
    ulimit -f 1048576
    "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null
)

# fails CODE WORDS COMMAND...: the exit code, and one line on standard error that holds the words.
fails() {
    local code=$1 words=$2 status=0 lines
    shift 2
    limited "$@" || status=$?
    lines=$(wc -l <"$scratch/stderr")
    ((status == code)) || wrong "exit code $status, not $code: $*"
    ((lines == 1)) || wrong "$lines lines on standard error, not 1: $*: $(<"$scratch/stderr")"
    grep -qF -- "$words" "$scratch/stderr" || wrong "no '$words' in '$(<"$scratch/stderr")': $*"
}

# succeeds COMMAND...: ends with 0 and, where it is told --quiet, says nothing.
succeeds() {
    limited "$@" || wrong "exit code $?: $*: $(<"$scratch/stderr")"
    [[ " $* " != *" --quiet "* || ! -s $scratch/stderr ]] || wrong "--quiet said '$(<"$scratch/stderr")': $*"
}

# A tenth of a warehouse in the ratios of TPC Benchmark C, revision 5.11, clause 4.3.3.1.
# shellcheck disable=SC2034
{
    tables=(warehouse district customer history orders new_order order_line item stock)
    declare -A rows=([warehouse]=1 [district]=10 [customer]=3000 [history]=3000 [orders]=3000 [new_order]=900
        [order_line]=30000 [item]=10000 [stock]=10000)
    tenth=
    for table in "${tables[@]}"; do
        tenth+=${tenth:+,}$table=${rows[$table]}
    done
}
