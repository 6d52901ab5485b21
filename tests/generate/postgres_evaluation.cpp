// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_connection.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/within_range.hpp>
#include <synth/schema/expression_functions.hpp>
#include <synth/schema/range.hpp>
#include <synth/sink/range_text.hpp>
#include <synth/sink/text_form.hpp>

#include "random_expression.hpp"

namespace {

using namespace expression_test;

struct element_row {
    std::optional<std::int32_t> number{};
};

constexpr std::size_t row_count = 24;
constexpr std::uint64_t expression_count = 4000;

synth::postgres_connection connected() {
    const char* target = std::getenv("SYNTH_TEST_POSTGRES"); // NOLINT(concurrency-mt-unsafe)
    REQUIRE(target != nullptr);
    return synth::postgres_connection{target};
}

std::vector<std::vector<possible_value>> fill_table(synth::postgres_connection& connection,
                                                    std::uint64_t seed) {
    std::string names;
    for (const column& each : columns()) {
        names += ", " + std::string{each.name} + " " + std::string{each.sql_type};
    }
    connection.query("cannot create", "DROP TABLE IF EXISTS t");
    connection.query("cannot create", "CREATE TABLE t (id integer PRIMARY KEY" + names + ")");
    generator random{seed};
    std::vector<std::vector<possible_value>> rows;
    for (std::size_t row = 0; row < row_count; ++row) {
        rows.push_back(random.row());
        std::string values = std::to_string(row);
        for (std::size_t index = 0; index < columns().size(); ++index) {
            values += ", " + literal(columns()[index].node, rows.back()[index]);
        }
        connection.query("cannot insert", "INSERT INTO t VALUES (" + values + ")");
    }
    return rows;
}

// Whether a result may not be one value alone: a calculated floating-point number or a long quotient is in
// it.
bool is_vague(const written& expression) {
    for (const expression_node& node : expression.nodes) {
        if ((node.real && node.size > 1) || (node.what == operation::divide && node.width == 0)) {
            return true;
        }
    }
    return false;
}

std::string shown(const possible_value& value) {
    return std::string{value.may_be_true() ? "t" : ""} + (value.may_be_false() ? "f" : "") +
           (value.may_be_null ? "n" : "") + (value.is_error() ? "error" : "");
}

} // namespace

TEST_CASE("an expression has in every row the truth that PostgreSQL gives it") {
    synth::postgres_connection connection = connected();
    connection.query(
        "cannot prepare",
        "CREATE FUNCTION tried(condition text, place integer) RETURNS text LANGUAGE plpgsql AS $$ "
        "DECLARE result text; BEGIN "
        "EXECUTE 'SELECT coalesce((' || condition || ')::text, ''n'') FROM t WHERE id = ' || place INTO "
        "result; "
        "RETURN left(result, 1); EXCEPTION WHEN OTHERS THEN RETURN 'error: ' || SQLERRM; END $$");
    std::size_t compared = 0;
    std::size_t sure = 0;
    std::size_t errors = 0;
    for (std::uint64_t table = 0; table < 5; ++table) {
        const std::vector<std::vector<possible_value>> rows = fill_table(connection, table);
        for (std::uint64_t seed = 0; seed < expression_count / 5; ++seed) {
            generator random{(table + 1) * 1'000'000 + seed};
            const written expression = random.condition(1 + static_cast<int>(random.below(4)));
            const synth::postgres_result answer =
                connection.query("cannot try", "SELECT tried($1, id) FROM t ORDER BY id", {expression.sql});
            const bool vague = is_vague(expression);
            for (std::size_t row = 0; row < row_count; ++row) {
                const possible_value truth =
                    synth::evaluation{expression.nodes, rows[row], {}}.at(expression.nodes.size() - 1);
                const std::string_view theirs = answer.text(static_cast<int>(row), 0);
                const bool error = theirs.substr(0, 5) == "error";
                // An evaluation does not keep the days of an interval apart from its time, so it cannot tell
                // where either alone runs over, beyond 292,000 years.
                const bool too_long = theirs == "error: interval out of range";
                const bool agrees = error           ? truth.is_error() || vague || too_long
                                    : theirs == "t" ? truth.may_be_true()
                                    : theirs == "f" ? truth.may_be_false()
                                                    : truth.may_be_null;
                const bool known = truth.known() || truth.is_error();
                if (!agrees || !(known || vague)) {
                    INFO(expression.sql << " row " << row << ": " << theirs << ", not " << shown(truth));
                    CHECK(agrees);
                    CHECK((known || vague));
                }
                ++compared;
                sure += known ? 1 : 0;
                errors += error ? 1 : 0;
            }
        }
    }
    CHECK(compared == expression_count * row_count);
    CHECK(sure > compared * 9 / 10); // vague truth is rare
    CHECK(errors < compared / 20);
    MESSAGE(sure << " of " << compared << " sure, " << errors << " errors");
}

TEST_CASE("the bounds of a range are those that PostgreSQL gives it") {
    synth::postgres_connection connection = connected();
    using days = synth::range<synth::date>;
    const auto bound = [](std::uint64_t seed) {
        return seed % 5 == 0 ? std::nullopt
                             : std::optional{synth::date{static_cast<std::int32_t>(seed * 37 % 40'000)}};
    };
    for (std::uint64_t seed = 0; seed < 64; ++seed) {
        days value{bound(seed), bound(seed + 3), seed % 2 == 0, seed % 4 < 2, false};
        if (value.lower && value.upper && *value.upper < *value.lower) {
            std::swap(value.lower, value.upper);
        }
        value = seed == 63 ? days::nothing() : value;
        std::array<char, 64> text{};
        char* const end = synth::text_form<days>::write(text.data(), value);
        const synth::postgres_result answer =
            connection.query("cannot ask",
                             "SELECT coalesce((lower(r) - date '1970-01-01')::text, 'n'), "
                             "coalesce((upper(r) - date '1970-01-01')::text, 'n'), isempty(r) FROM (SELECT "
                             "$1::daterange) t(r)",
                             {std::string(text.data(), end)});
        if (answer.text(0, 2) == "t" && seed != 63) {
            continue; // "(a,a+1)": no generated range is empty
        }
        const possible_value known = synth::known_range(value);
        const auto shown_bound = [&](synth::column_part part) {
            const possible_value one = known.part_of(part);
            return one.may_be_value ? std::to_string(static_cast<std::int64_t>(one.low)) : "n";
        };
        INFO(std::string(text.data(), end));
        CHECK(shown_bound(synth::column_part::lower) == answer.text(0, 0));
        CHECK(shown_bound(synth::column_part::upper) == answer.text(0, 1));
    }
}

TEST_CASE("the truths of conditions of elements are PostgreSQL's ALL") {
    synth::postgres_connection connection = connected();
    for (const std::string array : {"{}", "{1}", "{1,5}", "{1,NULL}", "{5,NULL}", "{NULL}"}) {
        const synth::postgres_result answer =
            connection.query("cannot ask", "SELECT coalesce((3 > ALL ($1::int[]))::text, 'n')", {array});
        bool met = true;
        for (std::size_t at = 1; at + 1 < array.size();) {
            const std::size_t end = array.find_first_of(",}", at);
            const std::string element = array.substr(at, end - at);
            const possible_value column =
                element == "NULL" ? possible_value::null() : possible_value::of(std::stoi(element));
            static constexpr auto check = synth::value<&element_row::number> < 3;
            met = met && synth::evaluation{check.nodes, std::span{&column, 1}, {}}
                             .at(check.nodes.size() - 1)
                             .may_hold();
            at = end + 1;
        }
        INFO(array);
        CHECK(met == (answer.text(0, 0) != "false"));
    }
}
