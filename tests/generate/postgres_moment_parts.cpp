// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_connection.hpp>
#include <synth/generate/arithmetic.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/expression_result.hpp>

#include "moment_cases.hpp"

namespace {

using namespace synth;

constexpr std::size_t count = 3'000;

// Moments from 3900 BC to 12000, half of them at the ends of years.
std::vector<std::int64_t> some_moments() {
    std::vector<std::int64_t> all;
    for (std::uint64_t seed = 0; all.size() < count; ++seed) {
        const auto year = static_cast<std::int64_t>(mix(3 * seed) % 15'900) - 3'900;
        const std::int64_t day = days_from_civil({year, 1, 1}) +
                                 (seed % 2 == 0 ? static_cast<std::int64_t>(mix(3 * seed + 1) % 366)
                                                : static_cast<std::int64_t>(seed % 12) - 6);
        all.push_back(day * microseconds_per_day +
                      static_cast<std::int64_t>(mix(3 * seed + 2) % std::uint64_t{microseconds_per_day}));
    }
    return all;
}

} // namespace

TEST_CASE("parts of dates and moments are those that PostgreSQL extracts") {
    const char* target = std::getenv("SYNTH_TEST_POSTGRES"); // NOLINT(concurrency-mt-unsafe)
    REQUIRE(target != nullptr);
    postgres_connection connection{target};
    const std::vector<std::int64_t> moments = some_moments();
    std::string list;
    for (const std::int64_t each : moments) {
        list += (list.empty() ? "{" : ",") + std::to_string(each);
    }
    connection.query(
        "cannot create",
        "CREATE TABLE made AS SELECT place, timestamp '1970-01-01' + make_interval(days => (us / "
        "86400000000)::integer) + (us % 86400000000 || ' us')::interval AS t FROM "
        "unnest($1::bigint[]) WITH ORDINALITY AS of(us, place)",
        {list + "}"});
    const auto compare = [&](const std::string& sql, const expression_node& root,
                             const expression_node& operand, std::int64_t unit) {
        const postgres_result answer = connection.query(
            "cannot calculate", "SELECT trunc((" + sql + ") * 10::numeric ^ " + std::to_string(root.scale) +
                                    ")::text FROM made ORDER BY place");
        CAPTURE(sql);
        for (std::size_t row = 0; row < count; ++row) {
            const int128 day = detail::day_of_moment(moments[row]);
            const possible_value ours =
                calculate(root, operand, possible_value::of(unit == 1 ? int128{moments[row]} : day));
            const std::string theirs{answer.text(static_cast<int>(row), 0)};
            CAPTURE(moments[row]);
            REQUIRE(ours.known());
            REQUIRE(std::to_string(static_cast<std::int64_t>(ours.low)) ==
                    theirs.substr(0, theirs.find('.')));
        }
    };
    const expression_node moment = detail::node_of_type<timestamp>();
    const expression_node day = detail::node_of_type<date>();
    for (const moment_test::named_part& each : moment_test::parts) {
        const std::string field{each.field};
        compare("extract(" + field + " FROM t)::numeric", detail::node_of(each.what, moment, moment), moment,
                1);
        if (each.of_dates) {
            compare("extract(" + field + " FROM t::date)::numeric", detail::node_of(each.what, day, day), day,
                    2);
        }
    }
    for (const moment_test::named_part& each : moment_test::starts) {
        const std::string before = "extract(epoch FROM date_trunc('" + std::string{each.field} + "', ";
        compare(before + "t))::numeric * 1000000", detail::node_of(each.what, moment, moment), moment, 1);
        compare(before + "t::date::timestamp))::numeric * 1000000", detail::node_of(each.what, day, day), day,
                2);
    }
}
