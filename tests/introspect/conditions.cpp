// SPDX-License-Identifier: BSL-1.0
#include "conditions.hpp"

#include <string>

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::of_sqlite;
using introspect_test::postgres;
using introspect_test::warns;

TEST_CASE("a nullable column stays NULL where only that is known to meet a check") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a bit(8) CHECK (get_bit(a, 0) = 1), "
                    "b text, n integer NOT NULL, CHECK (n > 0 OR md5(b) < '1'));");
    CHECK(has(made.text,
              "// not represented: CONSTRAINT t_a_check CHECK ((get_bit(a, 0) = 1)); function get_bit "
              "is not known to synth; stays null, which meets it"));
    CHECK(has(made.text, "synth::column<&d::t::a>(synth::fixed_length(8), synth::nulls(1.0))"));
    CHECK(has(made.text, "synth::column<&d::t::b>(synth::nulls(1.0))"));
    CHECK(warns(made, "public.t.a: CONSTRAINT t_a_check"));
    CHECK(made.warnings.size() == 2);
}

TEST_CASE("columns of keys and references and those that must not be NULL do not stay NULL") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE p (id integer PRIMARY KEY);"
                                    "CREATE TABLE t (id integer PRIMARY KEY, a text UNIQUE CHECK (md5(a) < "
                                    "'1'), b text NOT NULL CHECK (md5(b) < "
                                    "'1'), c integer REFERENCES p CHECK (hashint4(c) > 0));");
    CHECK_FALSE(has(made.text, "nulls(1.0)"));
    CHECK(made.warnings.size() == 3);
    CHECK(warns(made, "rows may break it"));
}

TEST_CASE("the elements of arrays of domains keep the domain's checks, or there are none") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE DOMAIN percent AS integer CHECK (VALUE BETWEEN 0 AND 100);"
        "CREATE DOMAIN odd AS text CHECK (md5(VALUE) < '1');"
        "CREATE TABLE t (id integer PRIMARY KEY, a percent[] NOT NULL, b odd[], c odd[] NOT NULL);");
    CHECK(has(made.text,
              "synth::check(\"percent_check\", synth::sql::between(synth::each_element<&d::t::a>, 0, 100))"));
    CHECK(has(made.text,
              "synth::column<&d::t::b>(synth::sql_type(\"public.odd[]\"), [](synth::draw&) { return "
              "std::vector<std::string>{}; })"));
    CHECK(has(made.text, "[](synth::draw&) { return std::vector<std::string>{}; }));"));
    CHECK(warns(made, "its arrays stay empty"));
    CHECK(made.warnings.size() == 2);
}

TEST_CASE("elements of a generated array are nothing to keep empty") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE DOMAIN pc AS integer CHECK (VALUE >= 0);"
                                    "CREATE TABLE t (a integer, g pc[] GENERATED ALWAYS AS (ARRAY[a]::pc[]) "
                                    "STORED);");
    CHECK(warns(made, "rows may break it"));
    CHECK_FALSE(has(made.text, "std::vector"));
}

TEST_CASE("arrays of ranges and of types that nobody knows have no checks of bounds or elements") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE DOMAIN c AS refcursor CHECK (VALUE IS NOT NULL);"
                    "CREATE DOMAIN s AS daterange CHECK (lower(VALUE) >= '2020-01-01');"
                    "CREATE TABLE t (id integer PRIMARY KEY, m c[], r s[] CHECK (cardinality(r) < 9));");
    CHECK_FALSE(has(made.text, "each_element"));
    CHECK_FALSE(has(made.text, "lower_of"));
    CHECK(has(made.text, "synth::sql_type(\"public.c[]\")")); // as its values are loaded
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::r>) < 9"));
    CHECK(warns(made, "its arrays stay empty"));
}

TEST_CASE("a column that another check keeps from being NULL does not stay NULL") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a jsonb CHECK (a IS NOT NULL), "
                                    "CHECK (md5(a::text) < '1'));");
    CHECK_FALSE(has(made.text, "synth::nulls(1.0)"));
    CHECK(warns(made, "rows may break it"));
}

TEST_CASE("columns of which one must not be NULL do not stay NULL together") {
    if (!postgres::available()) {
        return;
    }
    for (const std::string checks : {"CHECK (get_bit(a, 0) = 1 AND get_bit(b, 0) = 1)",
                                     "CHECK (get_bit(a, 0) = 1), CHECK (get_bit(b, 0) = 1)"}) {
        const header made = of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a bit(8), b bit(8), "
                                        "CHECK (a IS NOT NULL OR b IS NOT NULL), " +
                                        checks + ");");
        CHECK_FALSE(has(made.text, "b>(synth::fixed_length(8), synth::nulls(1.0)"));
        CHECK(warns(made, "rows may break it"));
    }
}

TEST_CASE("an array is asked for one element by one check only") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a text[] NOT NULL, "
                    "CONSTRAINT one CHECK ('x' = ANY (a)), CONSTRAINT two CHECK ('y' = ANY (a)), "
                    "CONSTRAINT three CHECK ('z' <> ALL (a)));");
    CHECK(has(made.text, "synth::each_element<&d::t::a> == \"x\""));
    CHECK(has(made.text, "synth::each_element<&d::t::a> != \"z\""));
    CHECK_FALSE(has(made.text, "== \"y\""));
    CHECK(warns(made, "another check asks for an element of the array; rows may break it"));
}

TEST_CASE("elements of a domain over citext are compared without case") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE EXTENSION citext; CREATE DOMAIN em AS citext CHECK (VALUE <> 'admin');"
                    "CREATE TABLE t (id integer PRIMARY KEY, e em[]);");
    CHECK(has(made.text, "synth::sql::lower(synth::each_element<&d::t::e>) != \"admin\""));
}

TEST_CASE("what SQLite computes by itself does not stay NULL") {
    const header made =
        of_sqlite("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, twice INTEGER AS (n * 2) "
                  "CHECK (twice > 0));");
    CHECK(warns(made, "rows may break it"));
    CHECK_FALSE(has(made.text, "stays null, which meets it"));
}

TEST_CASE("a check whose alternatives are not all known keeps to the others") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE t (id integer PRIMARY KEY, b text NOT NULL, n integer NOT "
                                    "NULL, CHECK (n > 0 OR md5(b) < '1'));");
    CHECK(has(made.text, "synth::check(\"t_check\", synth::value<&d::t::n> > 0)"));
    CHECK(warns(made, "function md5 is not known to synth; rows keep to the rest of what it allows"));
    CHECK_FALSE(has(made.text, "not represented"));
}

TEST_CASE("checks over JSON are met by the documents that synth makes, or by one that they allow") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, a jsonb NOT NULL CHECK (jsonb_typeof(a) = 'object'),"
        " b jsonb NOT NULL CHECK (jsonb_typeof(b) = 'array'),"
        " c jsonb CHECK (c ? 'n' AND c ->> 'kind' IN ('x', 'y') AND (c -> 'n')::integer >= 18),"
        " state text NOT NULL, log jsonb NOT NULL,"
        " CHECK ((state = 'bad' AND log = '[]'::jsonb) OR state = 'good'),"
        " d jsonb UNIQUE CHECK (jsonb_typeof(d) = 'array'));");
    CHECK(has(made.text, "// one document in all rows, which its checks allow\n    synth::jsonb b{};"));
    CHECK(has(made.text, "synth::column<&d::t::b>(synth::constant(\"[]\"))"));
    CHECK(has(made.text,
              "synth::column<&d::t::c>(synth::constant(\"{\\\"kind\\\":\\\"x\\\",\\\"n\\\":18}\"))"));
    CHECK_FALSE(has(made.text, "&d::t::a>("));
    CHECK(has(made.text, "synth::check(\"t_check\", synth::value<&d::t::state> == \"good\")"));
    CHECK(made.warnings.size() == 1);
    CHECK(warns(made, "t_d_check"));
}

TEST_CASE("arrays have one dimension, or none") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a text[] NOT NULL CHECK (array_ndims(a) = 1 AND "
                    "array_length(a, 1) IS NOT NULL), b integer[] CHECK (array_ndims(b) = 2));");
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::a>) != 0"));
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::b>) == 0"));
    CHECK(made.warnings.empty());
}

TEST_CASE("functions are said by what they ask of their argument") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, born date NOT NULL CHECK (age(born) >= interval '18 years'),"
        " since date NOT NULL CHECK (date_part('year', age(since)) < 65),"
        " a text NOT NULL CHECK (\"left\"(a, 2) = 'A%'), b text NOT NULL CHECK (\"right\"(b, 1) <> '/'),"
        " c text NOT NULL CHECK (substring(c, 3, 2) = 'xy'), d numeric NOT NULL CHECK (round(d, 2) = d),"
        " e numeric(8,4) NOT NULL CHECK (e = trunc(e)), f numeric(8,2) NOT NULL CHECK (scale(f) <= 2),"
        " g text NOT NULL CHECK (replace(g, '-', '') ~ '^[0-9]{10}$'),"
        " h text NOT NULL CHECK (regexp_replace(h, '\\D', '', 'g') ~ '^[0-9]{10,15}$'),"
        " m date NOT NULL CHECK (m = date_trunc('month', m)));");
    CHECK(has(made.text, "synth::value<&d::t::born> <= synth::timestamp::of(synth::date::of(2007, 1, 1))"));
    CHECK(has(made.text, "synth::value<&d::t::since> > synth::timestamp::of(synth::date::of(1985, 1, 1)"));
    CHECK(has(made.text, "synth::sql::like(synth::value<&d::t::a>, \"A\\\\%%\")"));
    CHECK(has(made.text, "!synth::sql::like(synth::value<&d::t::b>, \"%/\")"));
    CHECK(has(made.text, "synth::sql::like(synth::value<&d::t::c>, \"__xy%\")"));
    CHECK(has(made.text, "synth::value<&d::t::d> % synth::exact(\"0.01\") == 0"));
    CHECK(has(made.text, "synth::value<&d::t::e> % 1 == 0"));
    CHECK_FALSE(has(made.text, "t_f_check"));
    CHECK(has(made.text, "!synth::sql::like(synth::value<&d::t::g>, \"%-%\")"));
    CHECK(has(made.text, "!synth::sql::matches(synth::value<&d::t::h>, \"\\\\D\")"));
    CHECK(has(made.text, "synth::sql::start_of_month(synth::value<&d::t::m>)"));
    CHECK_FALSE(warns(made, "not known"));
}

TEST_CASE("what a check says of one column of a key alone is a check of its own") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (lat numeric(8,5) NOT NULL, lon numeric(8,5) NOT NULL, n integer NOT NULL,"
        " m integer NOT NULL, UNIQUE (lat, lon), CONSTRAINT here CHECK (lat BETWEEN -90 AND 90 AND"
        " lon < 180 AND lon >= -180 AND lat <> lon AND n > 0), CHECK (n > 0 AND m > 0));");
    CHECK(has(made.text, "synth::check(\"here\", synth::sql::between(synth::value<&d::t::lat>, -90, 90))"));
    CHECK(has(made.text, "synth::check(\"here\", synth::value<&d::t::lon> < 180"));
    CHECK(has(made.text, "synth::check(\"here\", synth::value<&d::t::lat> != synth::value<&d::t::lon>"));
    CHECK(has(made.text,
              "synth::check(\"t_check\", synth::value<&d::t::n> > 0 && synth::value<&d::t::m> > 0)"));
    CHECK(made.warnings.empty());
}

TEST_CASE("of a check is said what can be") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (s text NOT NULL CHECK (s ~ '^[a-z]+$' AND reverse(s) <> s),"
                    " ip inet CHECK (family(ip) = 4 AND masklen(ip) = 32));");
    CHECK(has(made.text, "// in part\n    synth::check(\"t_s_check\", synth::sql::matches("));
    CHECK(made.warnings.size() == 1);
    CHECK(warns(made, "function reverse is not known to synth; the rest of it is kept; rows may break it"));
}

TEST_CASE("a partial index whose condition the checks ask for is one of all rows") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres("CREATE TABLE p (id integer PRIMARY KEY);"
                                    "CREATE TABLE t (p integer NOT NULL REFERENCES p, good integer NOT NULL "
                                    "CHECK (good > 0 AND p < 9999));"
                                    "CREATE UNIQUE INDEX one ON t (p) WHERE good > 0;");
    CHECK(has(made.text,
              "// for unique index one, whose condition every row meets\n    synth::unique<&d::t::p>()"));
    CHECK_FALSE(has(made.text, "no row is in it"));
}

TEST_CASE("rounding is calculated") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL, p numeric(10,2) NOT NULL,"
                    " total numeric(14,2) NOT NULL CHECK (total = round(n * p, 2)),"
                    " tax numeric(14,2) NOT NULL CHECK (tax <= round(total * 0.2, 1) + 1),"
                    " most integer NOT NULL, share numeric(5,2) CHECK (share = round(n::numeric / most, 2)),"
                    " half numeric(10,2) NOT NULL CHECK (half / nullif(most, 0) < 3),"
                    " of_real double precision NOT NULL CHECK (total <> round(of_real::numeric, 2)));");
    CHECK(has(made.text, "synth::sql::round(synth::value<&d::t::n> * synth::value<&d::t::p>,"));
    CHECK(has(made.text, "synth::sql::round(synth::value<&d::t::total> * synth::exact(\"0.2\"),"));
    CHECK(has(made.text, "synth::value<&d::t::n> * synth::exact(\"1.0\") / synth::value<&d::t::most>"));
    CHECK(has(made.text, "synth::value<&d::t::half> / synth::value<&d::t::most> < 3"));
    CHECK(made.warnings.size() == 1);
    CHECK(warns(made, "t_check")); // floating-point numbers are rounded in other ways
}

TEST_CASE("truth is a number, bits are numbers, and constants are calculated") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, a boolean NOT NULL, b boolean,"
        " CHECK (a::int + coalesce(b::int, 0) = 1), odd integer NOT NULL CHECK (odd & 1 = 1),"
        " bits integer NOT NULL CHECK (bits & 6 <> 0), mask integer NOT NULL CHECK (mask & 5 = 0),"
        " more integer NOT NULL CHECK (more & ~15 = 0),"
        " big bigint NOT NULL CHECK (big < 2 ^ 53), day date NOT NULL CHECK (day > make_date(2000, 2, 29)),"
        " word text NOT NULL CHECK (regexp_like(word, '^[a-z]+$')), host inet NOT NULL"
        " CHECK (family(host) = 4 AND masklen(host) > 24));");
    CHECK(has(made.text, "synth::sql::as_integer(synth::value<&d::t::a>)"));
    CHECK(has(made.text, "(synth::value<&d::t::odd> % 2 + 2) % 2 == 1"));
    CHECK(has(made.text, "(synth::value<&d::t::bits> % 8 + 8) % 8 / 2 * 2 != 0"));
    CHECK(has(made.text, "synth::value<&d::t::big> < 9007199254740992"));
    CHECK(has(made.text, "synth::value<&d::t::day> > synth::date::of(2000, 2, 29)"));
    CHECK(has(made.text, "synth::sql::matches(synth::value<&d::t::word>, \"^[a-z]+$\")"));
    CHECK_FALSE(has(made.text, "t_host_check"));
    CHECK(warns(made, "t_mask_check"));
    CHECK(has(made.text, "synth::value<&d::t::more> - (synth::value<&d::t::more> % 16 + 16) % 16 == 0"));
    CHECK(made.warnings.size() == 1);
}

TEST_CASE("an age between two moments is a distance with a day to spare") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, born date NOT NULL, hired date NOT NULL, gone date NOT NULL,"
        " CHECK (age(hired, born) >= interval '16 years'), CHECK (age(gone, hired) < interval '40 years'),"
        " CHECK (age(gone, born) > interval '3 days'));");
    CHECK(has(made.text, "synth::value<&d::t::born> + synth::interval{.months = 192, .days = 1}"));
    CHECK(has(made.text, "synth::value<&d::t::hired> + synth::interval{.months = 480, .days = -1}"));
    CHECK(warns(made, "t_check2"));
}

TEST_CASE("a CASE that is a value is a CASE of comparisons") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, kind text NOT NULL, amount integer NOT NULL, delta integer "
        "NOT NULL,"
        " least integer NOT NULL, much integer,"
        " CONSTRAINT most CHECK (amount <= CASE WHEN kind = 'out' THEN 100 ELSE 1000 END),"
        " CONSTRAINT signed CHECK (sign(delta) = CASE kind WHEN 'out' THEN -1 WHEN 'in' THEN 1 ELSE 0 END),"
        " CONSTRAINT summed CHECK (id + CASE WHEN amount > 5 THEN delta ELSE least END > 0),"
        " CONSTRAINT open CHECK (least > CASE WHEN kind = 'in' THEN 7 END),"
        " CONSTRAINT two CHECK (CASE WHEN kind = 'a' THEN 1 ELSE 2 END < CASE WHEN amount > 3 THEN id ELSE "
        "9 END),"
        " CONSTRAINT loose CHECK (coalesce(CASE WHEN kind = 'in' THEN much END, 4) < 5));");
    CHECK(has(made.text, "synth::value<&d::t::amount> <= 100"));
    CHECK(has(made.text, "synth::value<&d::t::amount> <= 1000"));
    CHECK(has(made.text, "synth::value<&d::t::id> + synth::value<&d::t::delta> > 0"));
    CHECK(has(made.text, "synth::value<&d::t::least> > 7"));
    for (const char* each : {"most", "signed", "summed", "open", "two"}) {
        CHECK_MESSAGE(!warns(made, each), each);
    }
    CHECK(warns(made, "loose"));
}

TEST_CASE("functions that say more than a condition on their argument are not represented") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY, a numeric NOT NULL CHECK (scale(a) <= 2),"
                    " b numeric(10,2) NOT NULL CHECK (round(b, 1) = trunc(b)),"
                    " c numeric NOT NULL CHECK (round(c, 2) IS NOT DISTINCT FROM c),"
                    " d text NOT NULL CHECK (regexp_replace(d, '\\s*$', '') = d),"
                    " e integer[] NOT NULL CHECK (3 <= array_ndims(e)),"
                    " f text NOT NULL CHECK (\"left\"(f, 2) = 'ABC'));");
    for (const char* each : {"t_a_check", "t_b_check", "t_c_check", "t_d_check", "t_f_check"}) {
        CHECK_MESSAGE(warns(made, each), each);
    }
    CHECK(has(made.text, "synth::sql::cardinality(synth::value<&d::t::e>) == 0"));
}

TEST_CASE("documents of keys and references stay those of keys") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE p (d jsonb PRIMARY KEY CHECK (d ? 'tag'));"
        "CREATE TABLE t (d jsonb NOT NULL CHECK (d ? 'sku'), e jsonb NOT NULL REFERENCES p CHECK (e ? 'x'));"
        "CREATE UNIQUE INDEX ON t ((d ->> 'sku'));");
    CHECK_FALSE(has(made.text, "synth::constant"));
    CHECK(warns(made, "p_d_check"));
    CHECK(warns(made, "t_d_check"));
    CHECK(warns(made, "t_e_check"));
}

TEST_CASE("a text that must be valid JSON in SQLite is a document") {
    const header made =
        of_sqlite("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL CHECK (json_valid(a)),"
                  " \"b c\" TEXT CHECK (json_valid( \"B c\" )), d TEXT UNIQUE CHECK (json_valid(d)));");
    CHECK(has(made.text, "synth::json a{};"));
    CHECK(has(made.text, "std::optional<synth::json> b_c{};"));
    CHECK(has(made.text, "std::optional<std::string> d{};"));
}

TEST_CASE("SQLite has other operators on documents") {
    const header made = of_sqlite("CREATE TABLE t (d JSON NOT NULL CHECK (d ->> '$.kind' IS NOT NULL));"
                                  "CREATE UNIQUE INDEX u ON t (d ->> '$.id');");
    CHECK_FALSE(has(made.text, "synth::constant"));
    CHECK(made.warnings.size() == 2);
}

TEST_CASE("numbers of SQLite that stand for a truth value, and its pieces of texts") {
    const header made = introspect_test::of_sqlite(
        "CREATE TABLE t (done INTEGER NOT NULL CHECK (done IN (0, 1)), at TEXT, open INTEGER, code TEXT "
        "CHECK (substr(code, 3, 1) = '-'), price DECIMAL(8,3) CHECK (round(price, 2) = price), "
        "a TEXT CHECK (a IS date(a)), b TEXT CHECK (b IS date(b)), CHECK (done = (at IS NOT NULL)), "
        "CHECK ((at IS NULL) <> open), CHECK (julianday(b) - julianday(a) BETWEEN 1 AND 30));");
    CHECK(has(made.text,
              "(synth::value<&d::t::done> == 1) == synth::sql::is_not_null(synth::value<&d::t::at>)"));
    CHECK(has(made.text, "(synth::value<&d::t::open> == 1) != synth::sql::is_null(synth::value<&d::t::at>)"));
    CHECK(has(made.text, "synth::sql::matches(synth::value<&d::t::code>, \"^..-\")"));
    CHECK(has(made.text, "synth::value<&d::t::b> - synth::value<&d::t::a>"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a column under a check that cannot be said takes its default, where nothing else needs it") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (id integer PRIMARY KEY,"
                    " a bit(4) NOT NULL DEFAULT B'0000' CHECK (a IN (B'0000', B'1000')),"
                    " b jsonb NOT NULL DEFAULT '{}' CHECK (b - ARRAY['x'] = '{}'::jsonb) CHECK "
                    "(jsonb_typeof(b) = 'object'),"
                    " c bit(4) NOT NULL DEFAULT B'0000' CHECK (c IN (B'0000', B'1000')), d boolean NOT NULL,"
                    " CHECK (d OR c = B'0000'),"                          // a check with another column
                    " e bit(4) NOT NULL CHECK (e IN (B'0000', B'1000'))," // no default
                    " f bit(4) NOT NULL DEFAULT B'0001' UNIQUE CHECK (f IN (B'0001', B'1000'))," // a key
                    " g bit(4) DEFAULT B'0000' CHECK (g IN (B'0000', B'1000')));"); // may be NULL
    CHECK_FALSE(has(made.text, " a{};"));
    CHECK(warns(made, "t_a_check"));
    CHECK(has(made.text, "left out and takes its default, '0000'::\"bit\""));
    CHECK_FALSE(has(made.text, " b{};"));
    CHECK(warns(made, "t_b_check"));
    CHECK_FALSE(has(made.text, "t_b_check1"));
    for (const char* each : {" c{};", " e{};", " f{};", " g{};"}) {
        CHECK_MESSAGE(has(made.text, each), each);
    }
}

TEST_CASE("columns that a check ties together take their defaults together") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, a char(3) NOT NULL DEFAULT 'USD' CHECK (a ~ '^[A-Z]{3}$'),"
        " b char(3)[] NOT NULL DEFAULT '{USD}', CHECK (a = ANY (b)));"
        "CREATE TABLE u (id integer PRIMARY KEY, a char(3) NOT NULL DEFAULT 'USD', b char(3)[] NOT NULL,"
        " CHECK (a = ANY (b)));");
    CHECK_FALSE(has(made.text, "&d::t::a"));
    CHECK_FALSE(has(made.text, "&d::t::b"));
    CHECK(has(made.text, "left out and takes its default, '{USD}'::bpchar[]"));
    CHECK_MESSAGE(has(made.text, "&d::u::a"), "the other one has no default");
}

TEST_CASE("a column that stays NULL for one check gets no value for another") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('a', 'b')), code bit(8),"
        " free bit(8) CHECK (get_bit(free, 0) = 1), CHECK (kind <> 'b' OR code IS NOT NULL), CHECK "
        "(get_bit(code, 0) = "
        "1));");
    CHECK(has(made.text, "synth::check(synth::sql::is_null(synth::value<&d::t::code>))"));
    CHECK_FALSE(has(made.text, "is_null(synth::value<&d::t::free>)"));
}

TEST_CASE("paths have as many labels as synth gives them") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE EXTENSION ltree; CREATE TABLE t (id integer PRIMARY KEY, above integer "
                    "REFERENCES t, path ltree NOT "
                    "NULL UNIQUE, other ltree NOT NULL, maybe ltree, CHECK (nlevel(path) BETWEEN 1 AND 8), "
                    "CHECK (above IS NOT NULL "
                    "OR nlevel(path) = 1), CHECK (nlevel(other) = 3));"
                    "CREATE TABLE u (id integer PRIMARY KEY, maybe ltree CHECK (nlevel(maybe) < 9));");
    CHECK_FALSE(has(made.text, "above>)"));
    CHECK_FALSE(warns(made, "public.t"));
    CHECK(warns(made, "nlevel is not known to synth"));
}

TEST_CASE("comparisons of rows are those of their columns") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL, b integer NOT NULL, c integer NOT NULL,"
        " d integer NOT NULL, CHECK (ROW(a, b) <= ROW(c, d)), CHECK ((a, id) <> (c, id)));");
    CHECK(made.warnings.empty());
    CHECK(has(made.text, "synth::value<&d::t::a> < synth::value<&d::t::c> ||"));
    CHECK(has(made.text, "synth::value<&d::t::b> <= synth::value<&d::t::d>"));
    CHECK(has(made.text, "synth::value<&d::t::a> != synth::value<&d::t::c>)"));
}
