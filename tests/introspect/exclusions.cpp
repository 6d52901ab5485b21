// SPDX-License-Identifier: BSL-1.0
#include "exclusions.hpp"

#include <string>

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::postgres;
using introspect_test::warns;

namespace {

// A table t beside a table p of parents.
header of_table(const std::string& columns, const std::string& before = "") {
    return of_postgres("CREATE EXTENSION btree_gist; CREATE TABLE p (id integer PRIMARY KEY);" + before +
                       "CREATE TABLE t (" + columns + ");");
}

// Both conditions on one line each, without the breaks of the header.
std::string joined(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n';
        if (!blank || (!result.empty() && result.back() != ' ' && result.back() != '(')) {
            result += blank ? ' ' : c;
        }
    }
    return result;
}

} // namespace

TEST_CASE("ranges of two dates are kept apart by steps of the lower one") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_table("p integer NOT NULL REFERENCES p, a date NOT NULL, b date NOT NULL, void boolean NOT NULL,"
                 "CHECK (b > a AND b <= a + 60),"
                 "CONSTRAINT apart EXCLUDE USING gist (p WITH =, daterange(a, b) WITH &&) WHERE (NOT void)");
    const std::string text = joined(made.text);
    CHECK(has(text, "// for exclusion constraint apart synth::unique<&d::t::p, &d::t::a>()"));
    CHECK(has(text, "// stronger than exclusion constraint apart, which is for some rows: a is on steps of 7 "
                    "days, which no range exceeds"));
    CHECK(has(text,
              "synth::check(\"apart\", (synth::value<&d::t::a> - synth::date::of(1970, 1, 1)) % 7 == 0)"));
    CHECK(has(text, "synth::check(\"apart\", synth::value<&d::t::b> - synth::value<&d::t::a> <= 7)"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a generated range is what it is made of") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table(
        "p integer NOT NULL REFERENCES p, a timestamptz NOT NULL, b timestamptz NOT NULL, CHECK (a < b), "
        "period tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(a, b, '[)')) STORED, "
        "CONSTRAINT apart EXCLUDE USING gist (p WITH =, period WITH &&)");
    const std::string text = joined(made.text);
    CHECK(has(text, "// for exclusion constraint apart synth::unique<&d::t::p, &d::t::a>()"));
    CHECK(has(text, "// stronger than exclusion constraint apart: a is on steps of 1 hour"));
}

TEST_CASE("steps are as short and as long as the checks ask") {
    if (!postgres::available()) {
        return;
    }
    const auto with = [](const std::string& check) {
        return joined(
            of_table("p integer NOT NULL REFERENCES p, a integer NOT NULL, b integer NOT NULL, CHECK (" +
                     check + "), CONSTRAINT x EXCLUDE USING gist (p WITH =, int4range(a, b) WITH &&)")
                .text);
    };
    CHECK(has(with("b >= a"), "% 100 == 0"));
    CHECK_FALSE(has(with("b >= a"), ">= synth::value<&d::t::a> && "));
    CHECK(has(with("a <> b"), "synth::value<&d::t::b> >= synth::value<&d::t::a> && "));
    CHECK(has(with("b - a BETWEEN 5 AND 20"), "% 20 == 0"));
    CHECK_FALSE(has(with("b - a BETWEEN 5 AND 20"), "synth::value<&d::t::a> <= 20"));
    CHECK(has(with("b >= a + 180"), "% 360 == 0"));
    CHECK(
        has(with("b > a AND a BETWEEN 1 AND 999 AND b <= 999"), "% 3 == 0 && synth::value<&d::t::a> <= 998"));
    CHECK(has(with("b = a + 1"), "no range exceeds 1"));
}

TEST_CASE("a check that is not represented limits nothing") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("a integer NOT NULL, b integer NOT NULL, CHECK (b > a AND b <= a + 5 AND "
                                 "get_bit(b::bit(8), 0) = 0), CHECK (a >= 7), "
                                 "CONSTRAINT x EXCLUDE USING gist (int4range(a, b) WITH &&)");
    const std::string text = joined(made.text);
    CHECK(warns(made, "rows may break it"));
    CHECK(has(text, "synth::value<&d::t::a> % 100 == 0"));
    CHECK(has(text, "synth::value<&d::t::b> >= synth::value<&d::t::a> && synth::value<&d::t::b> - "
                    "synth::value<&d::t::a> <= 100"));
}

TEST_CASE("a bound may hold a column twice") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("slot integer NOT NULL, w integer NOT NULL,"
                                 "CONSTRAINT x EXCLUDE USING gist (int4range(slot, slot + w + w) WITH &&)");
    const std::string text = joined(made.text);
    CHECK_FALSE(has(text, "synth::value<&d::t::w> <= 100"));
    CHECK(has(text, "synth::check(\"x\", synth::sql::between(synth::value<&d::t::w>, 0, 50))"));
    CHECK(has(joined(of_table("slot integer NOT NULL, w integer NOT NULL CHECK (w BETWEEN 2 AND 7),"
                              "EXCLUDE USING gist (int4range(slot, slot + w + w + w + 1, '[]') WITH &&)")
                         .text),
              "synth::value<&d::t::slot> % 23 == 0"));
    const std::string twice = joined(of_table("i integer NOT NULL, j integer NOT NULL,"
                                              "EXCLUDE USING gist (int4range(i + i, j) WITH &&)")
                                         .text);
    CHECK(has(twice, "synth::value<&d::t::i> + synth::value<&d::t::i> <= synth::value<&d::t::j>"));
    CHECK(has(twice, "synth::value<&d::t::j> <= synth::value<&d::t::i> + synth::value<&d::t::i> + 100"));
}

TEST_CASE("the other ranges of a constraint that is kept have their bounds in order") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("r int4range NOT NULL, c integer NOT NULL, e integer NOT NULL,"
                                 "CONSTRAINT x EXCLUDE USING gist (r WITH &&, int4range(c, e) WITH &&)");
    CHECK(has(made.text, "synth::unique<&d::t::r>()"));
    CHECK(has(joined(made.text),
              "// for the range of exclusion constraint x synth::check(\"x\", synth::value<&d::t::c> <= "
              "synth::value<&d::t::e>)"));
}

TEST_CASE("a text in a constraint or an index may hold what stands between its parts") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("n text NOT NULL, EXCLUDE USING gist (replace(n, E'\x1f', '') WITH =)");
    CHECK(warns(made, "rows may break it; give its columns generators that keep it"));
    const header index =
        of_table("n text NOT NULL, m text NOT NULL); CREATE UNIQUE INDEX u ON t ((E'\x1fn\x1f' || m)");
    CHECK(warns(index, "rows may break it; give its columns generators that keep it"));
}

TEST_CASE("ranges that hold both bounds are shorter than a step") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("a integer NOT NULL, b integer NOT NULL CHECK (b >= a),"
                                 "CONSTRAINT x EXCLUDE USING gist (int4range(a, b, '[]') WITH &&)");
    CHECK(
        has(joined(made.text), "synth::check(\"x\", synth::value<&d::t::b> - synth::value<&d::t::a> < 100)"));
    CHECK(has(made.text, "synth::unique<&d::t::a>()"));
    CHECK(made.warnings.empty());
}

TEST_CASE("a bound that may be missing gets no nulls") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_table("p integer NOT NULL REFERENCES p, a date NOT NULL, b date, PRIMARY KEY (p, a),"
                 "CONSTRAINT x EXCLUDE USING gist (p WITH =, daterange(a, COALESCE(b, "
                 "'infinity'), '[]') WITH &&)");
    const std::string text = joined(made.text);
    CHECK(has(text, "// no nulls: exclusion constraint x std::optional<synth::date> b{}"));
    CHECK(has(text, "synth::sql::is_not_null(synth::value<&d::t::b>) && synth::value<&d::t::b> >= "
                    "synth::value<&d::t::a> && synth::value<&d::t::b> - synth::value<&d::t::a> < 7"));
    CHECK_FALSE(has(text, "unique<")); // the primary key is the one that is needed
    CHECK(made.warnings.empty());
}

TEST_CASE("moments lie on the steps of a clock or a calendar") {
    if (!postgres::available()) {
        return;
    }
    const auto with = [](const std::string& check) {
        return joined(
            of_table("p integer NOT NULL REFERENCES p, a timestamptz NOT NULL, b timestamptz NOT NULL"
                     " CHECK (" +
                     check + "), EXCLUDE USING gist (p WITH =, tstzrange(a, b) WITH &&)")
                .text);
    };
    CHECK(has(with("b > a"), "synth::sql::start_of_hour(synth::value<&d::t::a>) == synth::value<&d::t::a>"));
    CHECK(has(with("b > a"), "synth::value<&d::t::b> <= synth::value<&d::t::a> + "
                             "synth::interval{.microseconds = 3600000000}"));
    CHECK(has(with("b > a + interval '5 hours'"), "start_of_day("));
    CHECK(has(with("b > a + interval '1 day'"), "start_of_week("));
}

TEST_CASE("a bound may be calculated from a column and a length") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table(
        "p integer NOT NULL REFERENCES p, d date NOT NULL, h smallint NOT NULL CHECK (h BETWEEN 8 AND "
        "19), n smallint NOT NULL CHECK (n BETWEEN 1 AND 3),"
        "CONSTRAINT x EXCLUDE USING gist (p WITH =, d WITH =, int4range(h, h + n) WITH &&)");
    const std::string text = joined(made.text);
    CHECK(has(text, "synth::unique<&d::t::p, &d::t::d, &d::t::h>()"));
    CHECK(has(text, "synth::value<&d::t::h> % 3 == 0"));
    CHECK_FALSE(has(text, "&d::t::n> <= 3)"));
    CHECK(made.warnings.empty());
}

TEST_CASE("where the upper bound is what a key decides, the steps are its own") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_table("p integer NOT NULL REFERENCES p, a date NOT NULL, b date NOT NULL, "
                 "PRIMARY KEY (p, b), EXCLUDE USING gist (p WITH =, daterange(a, b) WITH &&)");
    CHECK_FALSE(has(made.text, "unique<")); // the primary key is the one that is needed
    CHECK(has(joined(made.text), "(synth::value<&d::t::b> - synth::date::of(1970, 1, 1)) % 7 == 0"));
    CHECK(made.warnings.empty());
}

TEST_CASE("other operators than = and && leave the rest of a constraint to be kept") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("p integer NOT NULL REFERENCES p, n integer NOT NULL, r daterange NOT NULL,"
                                 "CONSTRAINT x EXCLUDE USING gist (p WITH =, n WITH <>, r WITH &&),"
                                 "CONSTRAINT y EXCLUDE USING gist (n WITH =, p WITH <>)");
    CHECK(has(made.text, "// stronger than exclusion constraint x\n    synth::unique<&d::t::p, &d::t::r>()"));
    CHECK(has(made.text, "// stronger than exclusion constraint y: no two rows have the same in what must be "
                         "equal\n    synth::unique<&d::t::n>()"));
    CHECK(made.warnings.empty());
}

TEST_CASE("equal columns for some rows are kept as a partial unique index is") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("p integer NOT NULL REFERENCES p, gone boolean NOT NULL, code text NOT NULL,"
                                 "CONSTRAINT x EXCLUDE USING gist (p WITH =) WHERE (NOT gone),"
                                 "CONSTRAINT y EXCLUDE (lower(code) WITH =)");
    CHECK(has(made.text, "// stronger than exclusion constraint x, which is partial: no row is in it\n"
                         "    synth::check(\"x\", synth::value<&d::t::gone>)"));
    CHECK(has(made.text,
              "// for exclusion constraint y, which has expressions\n    synth::unique<&d::t::code>()"));
    CHECK(made.warnings.empty());
}

TEST_CASE("ranges that are not understood have their bounds in order and their group once") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("p integer NOT NULL REFERENCES p, a time NOT NULL, b time NOT NULL,"
                                 "CONSTRAINT x EXCLUDE USING gist (p WITH =, timerange(a, b) WITH &&)",
                                 "CREATE TYPE timerange AS RANGE (subtype = time);");
    CHECK(has(made.text, "synth::unique<&d::t::p>()"));
    CHECK(has(made.text, "// for the range of exclusion constraint x\n    synth::check(\"x\", "
                         "synth::value<&d::t::a> <= synth::value<&d::t::b>)"));
    CHECK(made.warnings.empty());
}

TEST_CASE("what nothing keeps stays a warning") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_table("a integer, b circle, CONSTRAINT x EXCLUDE USING gist (a WITH <>)");
    CHECK(warns(made, "public.t: EXCLUDE USING gist (a WITH <>); rows may break it"));
}
