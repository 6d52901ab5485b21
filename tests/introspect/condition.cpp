// SPDX-License-Identifier: BSL-1.0
#include "condition.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sqlite_catalog.hpp"

using namespace synth::introspect;

namespace {

// A table with a column of most types; all but `n`, `g` and `mm` may be NULL.
const std::vector<column>& columns() {
    static const std::vector<column> all = [] {
        const auto of = [](const char* name, value_type type, bool nullable = true) {
            return column{.name = name, .type = std::move(type), .nullable = nullable};
        };
        const value_type mood{.of = kind::enumeration, .sql = "mood", .enumeration = {"public", "mood"}};
        return std::vector<column>{
            of("i", {.of = kind::int32, .sql = "integer"}),
            of("n", {.of = kind::int32, .sql = "integer"}, false),
            of("big", {.of = kind::int64, .sql = "bigint"}),
            of("total", {.of = kind::decimal, .sql = "numeric", .precision = 12, .scale = 2}),
            of("whole", {.of = kind::decimal, .sql = "numeric", .precision = 9}),
            of("real", {.of = kind::float64, .sql = "double precision"}),
            of("name", {.of = kind::text, .sql = "text"}),
            of("code", {.of = kind::text, .sql = "char(3)", .max_length = 3, .fixed_length = true}),
            of("ci", {.of = kind::text, .sql = "citext", .other_name = "citext"}),
            of("m", mood),
            of("mm", mood, false),
            of("f", {.of = kind::boolean, .sql = "boolean"}),
            of("g", {.of = kind::boolean, .sql = "boolean"}, false),
            of("d", {.of = kind::date, .sql = "date"}),
            of("e", {.of = kind::date, .sql = "date"}),
            of("ts", {.of = kind::timestamp, .sql = "timestamp"}),
            of("tz", {.of = kind::timestamp_tz, .sql = "timestamptz"}),
            of("tm", {.of = kind::time_of_day, .sql = "time"}),
            of("iv", {.of = kind::interval, .sql = "interval"}),
            of("u", {.of = kind::uuid, .sql = "uuid"}),
            of("tags", {.of = kind::text, .sql = "text[]", .array = true}),
            of("j", {.of = kind::jsonb, .sql = "jsonb"}),
            of("left out", {.of = kind::int32, .sql = "integer"})};
    }();
    return all;
}

condition_row row_of(engine from) {
    condition_row row{.from = from, .table = "t"};
    for (const column& each : columns()) {
        row.columns.push_back({.source = &each,
                               .cpp = "&t::" + each.name,
                               .enumeration = "mood",
                               .labels = {"sad", "very happy"},
                               .enumerators = {"sad", "very_happy"},
                               .left_out = each.name == "left out"});
    }
    return row;
}

// `value<&t::name>` as $name, and without the namespaces.
std::string shortened(std::string text) {
    const auto replace = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = text.find(from); at != std::string::npos;
             at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    };
    replace({&break_mark, 1}, " ");
    replace("synth::sql::", "");
    replace("synth::value<&t::", "$");
    replace("synth::", "");
    for (const column& each : columns()) {
        replace("$" + each.name + ">", "$" + each.name);
    }
    return text;
}

std::string translated(const std::string& sql, engine from = engine::postgresql) {
    try {
        const std::string plain = from == engine::sqlite ? postgres_spelling(sql) : sql;
        const condition result = translate({plain}, row_of(from));
        return result.text.empty() ? "always" : shortened(result.text);
    } catch (const untranslatable& error) {
        return "no: " + std::string{error.what()};
    }
}

std::string from_sqlite(const std::string& sql) { return translated(sql, engine::sqlite); }

bool refused(const std::string& sql) { return translated(sql).starts_with("no: "); }

} // namespace

TEST_CASE("comparisons of numbers keep their constants exactly") {
    CHECK(translated("i > 0") == "$i > 0");
    CHECK(translated("(0 < i)") == "$i > 0");
    CHECK(translated("i >= -5 AND i <= 10") == "between($i, -5, 10)");
    CHECK(translated("i NOT BETWEEN 1 AND n") == "$i < 1 || $i > $n");
    CHECK(translated("total >= 0.05") == "$total >= exact(\"0.05\")");
    CHECK(translated("total <> (100.00)::numeric") == "$total != 100");
    CHECK(translated("real < 1e6::double precision") == "$real < 1000000");
    CHECK(translated("real > '-.5'::double precision") == "$real > exact(\"-0.5\")");
    CHECK(translated("big > -9223372036854775808") == "$big > exact(\"-9223372036854775808\")");
    CHECK(translated("total < 99999999999999999999") == "$total < exact(\"99999999999999999999\")");
    CHECK(refused("total < 1e60"));
    CHECK(translated("i = 0") == "$i == 0");
    CHECK(translated("i = - 7") == "$i == -7");
    CHECK(translated("i > 60 * 60 - 1") == "$i > 3599");
    CHECK(refused("total > '1'::integer / 3"));
}

TEST_CASE("lists become in, from whatever PostgreSQL makes of them") {
    CHECK(translated("i = ANY (ARRAY[1, 2])") == "in($i, 1, 2)");
    CHECK(translated("i <> ALL (ARRAY[1, -2])") == "!in($i, 1, -2)");
    CHECK(translated("i IN (4)") == "$i == 4");
    CHECK(translated("i NOT IN (4)") == "$i != 4");
    CHECK(translated("i = ANY ('{1,2}'::integer[])") == "in($i, 1, 2)");
    CHECK(translated("name = ANY ('{a,\"b c\",\"d\\\"\"}'::text[])") ==
          "in($name, \"a\", \"b c\", \"d\\\"\")");
    CHECK(
        translated("(name)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])") ==
        "in($name, \"a\", \"b\")");
    CHECK(translated("i = 1 OR i = 2 OR i IN (2, 3)") == "in($i, 1, 2, 3)");
    CHECK(translated("i > ALL (ARRAY[1, 2])") == "$i > 1 && $i > 2");
    CHECK(translated("i = ANY (ARRAY[1, NULL])") == "always"); // true or unknown
    CHECK(refused("i = ANY (tags)"));
    CHECK(refused("i IN (SELECT 1)"));
}

TEST_CASE("texts are matched, and what is no regular language is refused") {
    CHECK(translated("name ~~ 'a%'::text") == "like($name, \"a%\")");
    CHECK(translated("(name)::text !~~ 'a%'::text") == "!like($name, \"a%\")");
    CHECK(translated("name ~~* 'a%' AND name !~~* 'b'") == "ilike($name, \"a%\") && !ilike($name, \"b\")");
    CHECK(translated("name ~ '^\\d+$'") == "matches($name, \"^\\\\d+$\")");
    CHECK(translated("name !~* 'x'") == "!imatches($name, \"x\")");
    CHECK(translated("name ~~ like_escape('10!%\\', '!')") == "like($name, \"10\\\\%\\\\\\\\\")");
    CHECK(translated("name LIKE ANY (ARRAY['a%', 'b%'])") == "like($name, \"a%\") || like($name, \"b%\")");
    CHECK(translated("name ~ similar_to_escape('(a|b)%.'::text)") ==
          "matches($name, \"^(?:(?:a|b).*\\\\.)$\")");
    CHECK(translated("POSITION(('@'::text) IN (name)) > 1") ==
          "like($name, \"_%@%\") && !like($name, \"@%\")");
    CHECK(translated("strpos(name, '%') = 0") == "!like($name, \"%\\\\%%\")");
    CHECK(translated("starts_with(name, 'a_')") == "like($name, \"a\\\\_%\")");
    CHECK(translated("char_length(TRIM(BOTH FROM name)) > 0") == "length(trim($name)) > 0");
    CHECK(translated("lower(name) = name") == "lower($name) == $name");
    CHECK(translated("NULLIF(btrim(name), '') IS NOT NULL") ==
          "is_not_null(trim($name)) && trim($name) != \"\"");
    CHECK(refused("name ~ '(a)\\1'"));
    CHECK(refused("name ~ code"));
    CHECK(refused("name ~ '('"));
    CHECK(refused("length(j) > 1"));
}

TEST_CASE("blanks at the end of char(n), case in citext and labels as texts count as in the database") {
    CHECK(translated("code = 'AB '::bpchar") == "$code == \"AB\"");
    CHECK(translated("code ~ '^[A-Z]{3}$'") == "matches($code, \"^[A-Z]{3}$\")");
    CHECK(translated("code ~ '^[A-Z]+$'") == "matches($code, \"^[A-Z]+$\") && length($code) == 3");
    CHECK(translated("(code)::text ~ '^[A-Z]+$'") == "matches($code, \"^[A-Z]+$\")");
    CHECK(refused("NOT (code ~ '^[A-Z]+$')"));
    CHECK(translated("ci = 'aB'::citext") == "lower($ci) == \"ab\"");
    CHECK(translated("ci ~~ 'a%'::citext") == "ilike($ci, \"a%\")");
    CHECK(translated("(ci)::text ~ 'A'") == "matches($ci, \"A\")");
    CHECK(translated("ci OPERATOR(public.=) 'aB'::public.citext") == "lower($ci) == \"ab\"");
    CHECK(translated("ci OPERATOR(public.~~) 'a%'::public.citext") == "ilike($ci, \"a%\")");
    CHECK(translated("ci OPERATOR(public.=) ANY (ARRAY['a'::public.citext, 'b'::public.citext])") ==
          "in(lower($ci), \"a\", \"b\")");
    CHECK(translated("i OPERATOR(shop.<) 3") == "no: operator shop.< is not known to synth");
    CHECK(refused("i OPERATOR(shop.=) ANY (ARRAY[1, 2])"));
    CHECK(translated("i OPERATOR(pg_catalog.<) 3") == "$i < 3");
    CHECK(translated("m = 'sad'::public.mood") == "$m == mood::sad");
    CHECK(translated("(m)::text = ANY (ARRAY['sad'::text, 'very happy'::text])") ==
          "in($m, mood::sad, mood::very_happy)");
    CHECK(refused("m = 'none'"));
    CHECK(refused("(m)::text ~ 'a'"));
    CHECK(refused("(m)::text < 'a'"));
}

TEST_CASE("dates and times are read exactly or not at all") {
    CHECK(translated("d >= '2020-02-29'::date") == "$d >= date::of(2020, 2, 29)");
    CHECK(refused("d >= '2021-02-29'::date"));
    CHECK(refused("d >= 'yesterday'::date"));
    CHECK(translated("ts < '2020-01-01 12:30:00.5'::timestamp without time zone") ==
          "$ts < timestamp::of(date::of(2020, 1, 1), time_of_day::of(12, 30, 0, 500000))");
    CHECK(translated("tz < '2020-01-01 00:00:00+02'::timestamp with time zone") ==
          "$tz < timestamp_tz::of(date::of(2019, 12, 31), time_of_day::of(22, 0))");
    CHECK(refused("tz < '2020-01-01 00:00:00'::timestamp with time zone"));
    CHECK(refused("tz < '2020-01-01'::date"));
    CHECK(translated("tm < '17:30:00'::time without time zone") == "$tm < time_of_day::of(17, 30)");
    CHECK(translated("iv > '1 year 2 mons -3 days 36:00:00.5'::interval") ==
          "$iv > interval{.months = 14, .days = -3, .microseconds = 129600500000}");
    CHECK(refused("iv > '1 fortnight'::interval"));
    CHECK(translated("iv < (i)::double precision * '00:01:00'::interval") ==
          "$iv < $i * interval{.microseconds = 60000000}");
    CHECK(translated("iv * 2 <= '1 day'::interval * 3") == "2 * $iv <= interval{.days = 3}");
    CHECK(translated("iv / 2 > make_interval(months => i, secs => n)") ==
          "$iv / 2 > $i * interval{.months = 1} + $n * interval{.microseconds = 1000000}");
    CHECK(translated("iv > make_interval(0, 0, 0, 100)") == "$iv > interval{.days = 100}");
    CHECK(translated("iv > (i || ' seconds'::text)::interval") ==
          "$iv > $i * interval{.microseconds = 1000000}");
    CHECK(refused("iv > make_interval(fortnights => 2)"));
    CHECK(refused("iv > make_interval(0, 0, 0, 0, 0, 0, 0, 1)"));
    CHECK(refused("iv > '1 day'::interval * 2000000000"));
    CHECK(refused("iv > '1 day'::interval * 1.5"));
    CHECK(refused("iv > (title || ' seconds'::text)::interval"));
    CHECK(translated("ts <= 'infinity'::timestamp") == "always");
    CHECK(refused("ts = 'infinity'::timestamp"));
    CHECK(translated("e - d <= 30") == "$e - $d <= 30");
    CHECK(translated("e > (d + '1 day'::interval)") == "$e > $d + interval{.days = 1}");
    CHECK(translated("EXTRACT(year FROM d) >= (2000)::numeric") == "year_of($d) >= 2000");
    CHECK(translated("(ts)::date = d") == "date_of($ts) == $d");
    CHECK(translated("EXTRACT(dow FROM d) = 1") == "day_of_week($d) == 1");
}

TEST_CASE("now is a day on the safe side, and said aloud") {
    const auto remarks = [](const std::string& sql) {
        const std::set<std::string> all = translate({sql}, row_of(engine::postgresql)).remarks;
        return all.size() == 1 ? *all.begin() : std::to_string(all.size());
    };
    CHECK(translated("d <= CURRENT_DATE") == "$d <= date::of(2025, 1, 1)");
    CHECK(remarks("d <= CURRENT_DATE") == "now is taken as 2025-01-01");
    CHECK(translated("now() < tz") == "$tz > timestamp_tz::of(date::of(2100, 1, 1))");
    CHECK(remarks("now() < tz") == "now is taken as 2100-01-01");
    CHECK(translated("NOT (tz > now())") == "!($tz > timestamp_tz::of(date::of(2025, 1, 1)))");
    CHECK(translated("d <= (CURRENT_DATE - '18 years'::interval)") ==
          "$d <= timestamp::of(date::of(2007, 1, 1))");
    CHECK(translated("i <= EXTRACT(year FROM now())") == "$i <= 2025");
    CHECK(translated("ts <= timezone('utc'::text, now())") == "$ts <= timestamp::of(date::of(2025, 1, 1))");
    CHECK(translated("i >= EXTRACT(year FROM now())::integer + 1") == "$i >= 2101");
    CHECK(remarks("i >= EXTRACT(year FROM now())::integer + 1") == "now is taken as 2100-01-01");
    CHECK(translated("i <= EXTRACT(year FROM now())::integer - 18") == "$i <= 2007");
    CHECK(translated("d <= CURRENT_DATE - 18") == "$d <= date::of(2024, 12, 14)");
    CHECK(refused("i = EXTRACT(year FROM now())::integer + 1"));
    CHECK(refused("i >= - EXTRACT(year FROM now())::integer"));
    CHECK(refused("i >= 3000 - EXTRACT(year FROM now())::integer"));
    CHECK(refused("i >= 2 * EXTRACT(year FROM now())::integer"));
    CHECK(refused("d IS DISTINCT FROM CURRENT_DATE"));
    CHECK(refused("d <= COALESCE(e, CURRENT_DATE)"));
    CHECK(refused("d > CURRENT_DATE AND e < CURRENT_DATE"));
    CHECK(refused("d = CURRENT_DATE"));
    CHECK(refused("(d > CURRENT_DATE) = g"));
    CHECK(refused("name = CURRENT_USER"));
}

TEST_CASE("logic keeps SQL's third truth, and has the parentheses that compilers ask for") {
    CHECK(translated("f") == "$f");
    CHECK(translated("NOT f") == "!$f");
    CHECK(translated("NOT (NOT f)") == "$f");
    CHECK(translated("f = true OR g = false") == "$f || !$g");
    CHECK(translated("i > 1 AND (n < 2 OR f)") == "$i > 1 && ($n < 2 || $f)");
    CHECK(translated("i > 1 OR n < 2 AND f") == "$i > 1 || ($n < 2 && $f)");
    CHECK(translated("NOT (i > 1 OR f)") == "!($i > 1 || $f)");
    CHECK(translated("f IS TRUE AND f IS NOT FALSE AND f IS UNKNOWN") ==
          "is_true($f) && !is_false($f) && is_null($f)");
    CHECK(translated("(i IS NULL) = (d IS NULL)") == "is_null($i) == is_null($d)");
    CHECK(translated("(i > 1) <> f") == "($i > 1) != $f");
    CHECK(translated("(i IS NULL) OR NOT (d IS NULL)") == "is_null($i) || is_not_null($d)");
    CHECK(translated("i IS DISTINCT FROM n") == "is_distinct($i, $n)");
    CHECK(translated("i IS NOT DISTINCT FROM 3") == "!is_distinct($i, 3)");
    CHECK(translated("n IS NOT NULL") == "always");
    CHECK(translated("true OR f") == "always");
    CHECK(translated("false") == "no: no row that synth makes can meet it");
    CHECK(refused("1 < 2 AND 2 < 1"));
}

TEST_CASE("CASE becomes its cases") {
    CHECK(translated("CASE WHEN g THEN i > 0 ELSE i < 0 END") == "($g && $i > 0) || (!$g && $i < 0)");
    CHECK(translated("CASE WHEN f THEN i > 0 ELSE true END") == "!is_true($f) || $i > 0");
    CHECK(translated("CASE WHEN g THEN i > 0 END") == "!$g || $i > 0");
    CHECK(translated("CASE mm WHEN 'sad' THEN i IS NULL ELSE false END") ==
          "$mm == mood::sad && is_null($i)");
    CHECK(translated("CASE WHEN i IS NULL THEN 0 ELSE 1 END + (d IS NULL)::integer = 1") ==
          "count_nonnull($i) + count_null($d) == 1");
    CHECK(translated("num_nonnulls(i, d) = 1") == "count_nonnull($i, $d) == 1");
    CHECK(refused("NOT CASE WHEN g THEN i > 0 END"));
    CHECK(translated("CASE WHEN g THEN 2 ELSE 3 END = n") == "($g && $n == 2) || (!$g && $n == 3)");
}

TEST_CASE("arithmetic is that of the database's types") {
    CHECK(translated("i + n <= 100 AND i % 5 = 0") == "$i + $n <= 100 && $i % 5 == 0");
    CHECK(translated("(i + n) * 2 - -i > 0") == "($i + $n) * 2 - -$i > 0");
    CHECK(translated("i - (n - 1) > 0") == "$i - ($n - 1) > 0");
    CHECK(translated("mod(i, 5) = 0 AND abs(i) < 9") == "$i % 5 == 0 && abs($i) < 9");
    CHECK(translated("i / 2 > 1") == "$i / 2 > 1");
    CHECK(translated("whole / (2)::numeric > 1") == "$whole / exact(\"2.0\") > 1"); // has a rest there
    CHECK(translated("GREATEST(i, n) <= 5") == "$i <= 5 && $n <= 5");
    CHECK(translated("GREATEST(i, n)::numeric <= total") == "$i <= $total && $n <= $total");
    CHECK(translated("i / GREATEST(n, 1) <= 40") ==
          "($n >= 1 && $i / $n <= 40) || (!($n >= 1) && $i / 1 <= 40)");
    CHECK(translated("i + LEAST(n, total) < 9") ==
          "(is_null($total) && $i + $n < 9) || (is_not_null($total) && ((is_true($n <= $total) && "
          "$i + $n < 9) || (!is_true($n <= $total) && $i + $total < 9)))");
    CHECK(refused("GREATEST(total, whole)::integer <= 5")); // rounds
    CHECK(translated("LEAST(i, n) <= 5") ==                 // where i is NULL it is left out
          "(is_null($i) && $n <= 5) || (is_not_null($i) && ((is_true($i <= $n) && $i <= 5) || "
          "(!is_true($i <= $n) && $n <= 5)))");
    CHECK(translated("n = GREATEST(i, 7)") ==
          "(is_null($i) || $i <= $n) && $n >= 7 && (is_true($i == $n) || $n == 7)");
    CHECK(translated("n = GREATEST(i, 7) OR NOT (n = GREATEST(i, 0))")
              .ends_with(" || !((is_null($i) && $n == 0) || (is_not_null($i) && ((is_true($i >= 0) && "
                         "$n == $i) || (!is_true($i >= 0) && $n == 0))))"));
    CHECK(translated("whole::numeric / 50.0 > 1") == "$whole / exact(\"50.0\") > 1");
    CHECK(translated("n::numeric / 50.0 > 1") == "$n / exact(\"50.0\") > 1");
    CHECK(translated("i = GREATEST(n - 40, 0)") == "$n - 40 <= $i && $i >= 0 && ($n - 40 == $i || $i == 0)");
    CHECK(translated("LEAST(n, 7) <> i") == "!($n >= $i && $i <= 7 && ($n == $i || $i == 7))");
    CHECK(translated("LEAST(n, 7) <= i") == "$n <= $i || $i >= 7");
    CHECK(translated("COALESCE(i, 0) + 1 > 0") == "coalesce($i, 0) + 1 > 0");
    CHECK(translated("(i)::bigint > 4") == "$i > 4");
    CHECK(refused("(big)::integer > 4")); // fails for large ones
    CHECK(refused("(total)::integer > 4"));
    CHECK(translated("i & 12 = 4") == "($i % 16 + 16) % 16 / 4 * 4 == 4");
    CHECK(refused("i & 5 = 0"));
    CHECK(refused("i & n = 0"));
    CHECK(refused("total & 1 = 0"));
    CHECK(refused("i ^ 2 = 4"));
    CHECK(translated("total < (10)::numeric ^ (20)::numeric") == "$total < exact(\"100000000000000000000\")");
}

TEST_CASE("numbers of more digits than any that is made are as good as infinity") {
    CHECK(translated("total < ((2)::numeric ^ (256)::numeric) - (1)::numeric") == "always");
    CHECK(translated("total <= '340282366920938463463374607431768211455'::numeric") == "always");
    CHECK(translated("total > -340282366920938463463374607431768211455") == "always");
    CHECK(refused("total > '340282366920938463463374607431768211455'::numeric"));
    CHECK(refused("total < (0.5)::numeric ^ (256)::numeric"));
}

TEST_CASE("arrays are counted") {
    CHECK(translated("cardinality(tags) > 0") == "cardinality($tags) > 0");
    CHECK(translated("array_length(tags, 1) <= 5") == "cardinality($tags) <= 5");
    CHECK(translated("COALESCE(array_length(tags, 1), 0) > 0") == "coalesce(cardinality($tags), 0) > 0");
    CHECK(translated("array_length(tags, 1) IS NOT NULL") ==
          "is_not_null(cardinality($tags)) && cardinality($tags) != 0");
    CHECK(translated("tags <> '{}'::text[]") == "cardinality($tags) != 0");
    CHECK(refused("(array_length(tags, 1) = 2) IS TRUE"));
    CHECK(refused("COALESCE(array_length(tags, 1), 7) > 0"));
    CHECK(refused("tags @> ARRAY['a', 'b']"));
    CHECK(refused("tags[1] = 'a'"));
}

TEST_CASE("COALESCE is NULL where all of it are") {
    CHECK(translated("COALESCE(i::text, name) IS NULL") == "is_null($i) && is_null($name)");
    CHECK(translated("COALESCE(i, big, 7) IS NOT NULL") == translated("TRUE"));
    CHECK(translated("COALESCE(d, e) IS NOT NULL") == "is_not_null($d) || is_not_null($e)");
    CHECK(translated("COALESCE(array_length(tags, 1), i) IS NULL") ==
          "(is_null(cardinality($tags)) || cardinality($tags) == 0) && is_null($i)");
}

TEST_CASE("of alternatives those are kept to that can be said") {
    condition_row row = row_of(engine::postgresql);
    row.alternatives = true;
    const auto kept = [&](const std::string& expression) {
        try {
            const condition known = translate({expression}, row);
            CHECK(known.remarks == std::set<std::string>{"function public.valid is not known to synth; rows "
                                                         "keep to the rest of what it allows"});
            return shortened(known.text);
        } catch (const untranslatable& fault) {
            return std::string{"no: "} + fault.what();
        }
    };
    CHECK(kept("i > 0 OR public.valid(i)") == "$i > 0");
    CHECK(kept("i > 0 OR public.valid(i) OR n < 3") == "$i > 0 || $n < 3");
    CHECK(kept("NOT (i > 0 AND public.valid(i))") == "!($i > 0)");
    CHECK(kept("n > 0 AND (i > 0 OR public.valid(i))") == "$n > 0 && $i > 0");
    for (const std::string each : {"public.valid(i) OR public.valid(n)", "NOT (i > 0 OR public.valid(i))",
                                   "i > 0 AND public.valid(i)", "(i > 0 OR public.valid(i)) = g"}) {
        CHECK_MESSAGE(kept(each).starts_with("no: "), each);
    }
    CHECK(refused("i > 0 OR public.valid(i)"));
}

TEST_CASE("what cannot be said names itself") {
    CHECK(translated("jsonb_typeof(j) = 'object'") == "no: function jsonb_typeof is not known to synth");
    CHECK(translated("\"left out\" > 1") == "no: left out is left out");
    CHECK(translated("nothing > 1") == "no: nothing is no column of the table");
    CHECK(translated("public.valid(i)") == "no: function public.valid is not known to synth");
    CHECK(refused("j = '{}'"));
    CHECK(refused("u > '00000000-0000-0000-0000-000000000000'"));
}

TEST_CASE("hostile text is refused, not executed and not fatal") {
    CHECK(refused(""));
    CHECK(refused("1), (2"));
    CHECK(refused("i) FROM t WHERE (f"));
    CHECK(refused("f); DROP TABLE t; SELECT (f"));
    CHECK(refused("f AS x"));
    CHECK(refused(std::string{"i > 0\0 OR f", 11}));
    CHECK(refused("\xff\xfe"));
    CHECK(refused("name = '\xff'"));
    CHECK(translated("i > 0 -- the end") == "$i > 0");
    const auto repeated = [](const std::string& what, int count) {
        std::string result;
        for (int at = 0; at < count; ++at) {
            result += what;
        }
        return result;
    };
    CHECK(translated(repeated("(", 300) + "i > 0" + repeated(")", 300)) == "$i > 0");
    for (const int count : {300, 7'900, 9'000, 500'000}) {
        CHECK(refused(repeated("(", count) + "i > 0"));
        CHECK(refused(repeated("NOT ", count) + "f"));
        CHECK(refused(repeated("i + ", count) + "i > 0"));
        CHECK(refused(repeated("- ", count) + "i > 0"));
    }
    std::string long_list = "i IN (0";
    for (int at = 1; at < 5'000; ++at) {
        long_list += "," + std::to_string(at);
    }
    CHECK_FALSE(refused(long_list + ")"));
    CHECK(refused(repeated("(i > 1 AND n < 2) OR ", 1'400) + "f"));
}

TEST_CASE("a domain speaks of VALUE and of nothing else") {
    condition_row row = row_of(engine::postgresql);
    row.value = 0;
    CHECK(shortened(translate({"VALUE > 0"}, row).text) == "$i > 0");
    CHECK_THROWS_AS(static_cast<void>(translate({"i > 0"}, row)), untranslatable);
}

TEST_CASE("partitions that touch are one range") {
    condition_row row = row_of(engine::postgresql);
    row.partitioned = true;
    const auto bounds = [&](const std::vector<std::string>& all) {
        return shortened(translate(all, row).text);
    };
    CHECK(bounds({"(i IS NOT NULL) AND (i >= 10) AND (i < 20)", "(i IS NOT NULL) AND (i >= 0) AND (i < 10)",
                  "(i IS NOT NULL) AND (i >= 30)"}) ==
          "is_not_null($i) && (($i >= 0 && $i < 20) || $i >= 30)");
    CHECK(bounds({"(n IS NOT NULL) AND (n >= 10) AND (n < 20)"}) == "$n >= 10 && $n < 20");
    CHECK(bounds({"(name IS NOT NULL) AND (name = ANY (ARRAY['a', 'b']))",
                  "(name IS NULL) OR (name = 'c')"}) == "is_null($name) || in($name, \"a\", \"b\", \"c\")");
    CHECK(bounds({"(i IS NOT NULL) AND (name = 'a') AND (i < 3)", "(i IS NULL)"}) ==
          "(is_not_null($i) && $name == \"a\" && $i < 3) || is_null($i)");
}

TEST_CASE("a key knows the values that partitions of partitions list") {
    condition_row row = row_of(engine::postgresql);
    row.partitioned = true;
    const std::vector<std::string> all{"name = ANY (ARRAY['a', 'b'])", "(name = 'c') AND (i < 3)"};
    CHECK(translate(all, row).more.empty());
    const auto name =
        std::ranges::find(row.columns, "name", [](const auto& each) { return each.source->name; });
    row.keys = {static_cast<std::size_t>(name - row.columns.begin())};
    const auto known = translate(all, row);
    CHECK(shortened(known.text) == "in($name, \"a\", \"b\") || ($name == \"c\" && $i < 3)");
    REQUIRE(known.more.size() == 1);
    CHECK(shortened(known.more[0].text) == "in($name, \"a\", \"b\", \"c\")");
    const std::vector<std::string> open{"name = ANY (ARRAY['a', 'b'])", "i < 3"};
    CHECK(translate(open, row).more.empty());
}

TEST_CASE("SQLite's own operators are understood") {
    CHECK(from_sqlite("f IN (0, 1)") == "!$f || $f");
    CHECK(from_sqlite("g IN (0, 1)") == "always");
    CHECK(from_sqlite("f == 1") == "$f");
    CHECK(from_sqlite("name LIKE 'a\\%'") == "ilike($name, \"a\\\\\\\\%\")");
    CHECK(from_sqlite("name LIKE '10!%' ESCAPE '!'") == "ilike($name, \"10\\\\%\")");
    CHECK(from_sqlite("name GLOB '[A-Z]?*.'") == "matches($name, \"^[A-Z]..*\\\\.$\")");
    CHECK(from_sqlite("name NOT GLOB '*[^0-9]*'") == "!matches($name, \"^.*[^0-9].*$\")");
    CHECK(from_sqlite("[I] IS 1 OR `i` IS NOT 2") == "!is_distinct($i, 1) || is_distinct($i, 2)");
    CHECK(from_sqlite("i IS NOT NULL AND i ISNULL") == "is_not_null($i) && is_null($i)");
    CHECK(from_sqlite("name = \"new\"") == "$name == \"new\"");
    CHECK(from_sqlite("d >= '2020-01-01'") == "$d >= date::of(2020, 1, 1)");
    CHECK(from_sqlite("typeof(n) = 'integer'") == "always");
    CHECK(from_sqlite("typeof(name) IN ('text', 'null')") == "always");
    CHECK(from_sqlite("typeof(name) = 'text'") == "is_not_null($name)");
    CHECK(from_sqlite("ifnull(i, 0) > 0 AND iif(g, i > 1, i < 1)") ==
          "coalesce($i, 0) > 0 && (($g && $i > 1) || (!$g && $i < 1))");
    CHECK(from_sqlite("i") == "$i != 0");
    CHECK(from_sqlite("(i IS NULL) + (d IS NOT NULL) <= 1") == "count_null($i) + count_nonnull($d) <= 1");
    CHECK(from_sqlite("i NOT NULL AND d IS NOT NULL") == "is_not_null($i) && is_not_null($d)");
    CHECK(from_sqlite("d IS date(d)") == "always");
    CHECK(from_sqlite("json_valid(j)") == "is_not_null($j)");
    CHECK(from_sqlite("i <> 'x'").starts_with("no: "));
    CHECK(from_sqlite("name REGEXP 'x'").starts_with("no: "));
}

TEST_CASE("whole numbers beside the next one above or below a quotient") {
    CHECK(translated("n >= ceil(total / 50)") == "$total / 50 <= $n");
    CHECK(translated("n > ceil(total)") == "!($total > $n - 1)");
    CHECK(translated("n <= ceil(total)") == "$total > $n - 1");
    CHECK(translated("n < ceil(total)") == "!($total <= $n)");
    CHECK(translated("n <= floor(total)") == "$total >= $n");
    CHECK(translated("n < floor(total)") == "!($total < $n + 1)");
    CHECK(translated("n >= floor(total)") == "$total < $n + 1");
    CHECK(translated("n = ceiling(total)") == "$total <= $n && $total > $n - 1");
    CHECK(translated("floor(total) = 3") == "$total < 4 && $total >= 3");
    CHECK(translated("floor(total) = total") == "$total % 1 == 0");
    CHECK(refused("total >= ceil(real)"));
}

TEST_CASE("the parity of a distance of keys is that of one of them") {
    condition_row row = row_of(engine::postgresql);
    const std::string sql = "(n - i) % 2 = 1";
    CHECK(translate({sql}, row).more.empty());
    row.keys = {0, 1};
    const condition apart = translate({sql}, row);
    CHECK(apart.text == "synth::value<&t::i> <= synth::value<&t::n>");
    REQUIRE(apart.more.size() == 2);
    CHECK(apart.more[0].text == "synth::value<&t::i> % 2 == 0");
    CHECK(apart.more[1].text == "synth::value<&t::n> % 2 == 1");
}

TEST_CASE("what one branch asks of a key where another key says which branch it is, all keep to") {
    condition_row row = row_of(engine::postgresql);
    const std::string sql = "CASE n WHEN 1 THEN i % 7 = 1 AND e = d WHEN 2 THEN e > d END";
    const auto said = [&] {
        std::vector<std::string> result;
        for (const condition& each : translate({sql}, row).more) {
            result.push_back(each.text);
        }
        return result;
    };
    CHECK(said().empty());
    row.keys = {0};
    CHECK(said().empty());
    row.keys = {0, 1};
    CHECK(std::ranges::count(said(), "synth::value<&t::i> % 7 == 1") == 1);
}

TEST_CASE("a text that is put together of others is compared with one that it says") {
    CHECK(translated("name = code || '-' || n") == "$name == append(append($code, \"-\"), as_text($n))");
    CHECK(translated("lpad(n::text, 4, '0') || code = name") ==
          "append(pad_zeros(as_text($n), 4), $code) == $name");
    CHECK(translated("name = 'A' || chr(45) || n::varchar") == "$name == append(\"A-\", as_text($n))");
    CHECK(translated("name = n::text") == "$name == as_text($n)");
    CHECK(translated("name <> concat('x', n)") == "$name != append(\"x\", as_text($n))");
    CHECK(translated("(name = code || 'x') AND i > 0") == "$name == append($code, \"x\") && $i > 0");
    CHECK_MESSAGE(refused("name = concat(code, 'x')"), "NULL is left out of it");
    CHECK(refused("name || code = 'x'"));
    CHECK_MESSAGE(refused("name || 'x' = name"), "of one column");
    CHECK(refused("name = total || 'x'"));
    CHECK(refused("name = m || 'x'"));
    CHECK(refused("name = ci || 'x'"));
    CHECK(refused("name = lpad(n::text, 4, ' ')"));
    CHECK(refused("name = n::varchar(2)"));
    CHECK(refused("(n || 'x') LIKE '1%'"));
    CHECK(refused("n::text ~ '^[0-9]$'"));
    CHECK(refused("length(name || code) < 9"));
    CHECK(refused("n::text = '7'"));
}

TEST_CASE("what an equation says of a text is known piece by piece") {
    const auto said = [](const std::string& sql) {
        return translate({sql}, row_of(engine::postgresql)).says_text;
    };
    const auto label = said("name = code || '-' || n");
    REQUIRE(label.has_value());
    CHECK(label->column == 6);
    REQUIRE(label->pieces.size() == 3);
    CHECK(label->pieces[0].column == 7);
    CHECK(label->pieces[1].literal == "-");
    CHECK(label->pieces[2].number);
    const auto small = said("lower(code) = name AND i > 0");
    REQUIRE(small.has_value());
    CHECK(small->column == 6);
    CHECK(small->pieces[0].letters == "lower");
    CHECK(!said("name = code OR i > 0").has_value());
    CHECK(!said("name <> code").has_value());
    CHECK(!said("trim(name) = code").has_value());
    CHECK(!said("name = 'x'").has_value());
}
