// SPDX-License-Identifier: BSL-1.0
// The contracts of docs/dataset.md over schemas of every shape; random ones are in random_schemas.
#include "properties.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/generate/uniform.hpp>
#include <synth/generate/zipf.hpp>

#include "../schema/tenants.hpp"
#include "../schema/tpcc.hpp"

namespace mixed {

struct account { // unique keys of other types, hostile names
    std::int64_t id{};
    std::string code;
    std::optional<synth::uuid> token;
    synth::uuid serial;
    std::optional<std::string> nickname;
};
struct entry { // refers to unique columns that are not primary; roots are NULL
    std::int32_t id{};
    std::string account_code;
    std::optional<synth::uuid> account_serial;
    std::optional<std::int32_t> before;
    std::int32_t line{};
};
struct setting { // a key of free columns only, no reference
    std::string name;
    bool on{};
    synth::date since;
};
struct region { // each row is below an earlier one, the first below itself
    std::int64_t id{};
    std::int64_t above{};
};
struct follower { // pairs of one table
    std::int64_t who{};
    std::int64_t whom{};
};
struct triple { // a row, and a pair of partners of other tables
    std::int64_t region_id{};
    std::int64_t account_id{};
    std::int32_t entry_id{};
};
struct profile { // one to one, and optional
    std::optional<std::int64_t> account_id;
    std::int64_t score{};
};
struct line { // owned by a law
    std::int64_t region_id{};
    std::int16_t number{};
};
struct keyless {
    std::optional<std::int64_t> region_id;
};

using database = synth::schema<account, entry, setting, region, follower, triple, profile, line, keyless>;

} // namespace mixed

template<>
inline constexpr auto synth::table<mixed::account> = synth::describe<mixed::account>(
    synth::named("Account \"s\", \\."), synth::in_schema("a b"), synth::row_count(9),
    synth::unique<&mixed::account::code>(), synth::unique<&mixed::account::token>(),
    synth::unique<&mixed::account::serial>(),
    synth::column<&mixed::account::code>(synth::max_length(6), synth::named("se\"lect;\n")));
template<>
inline constexpr auto synth::table<mixed::entry> = synth::describe<mixed::entry>(
    synth::named("Account \"s\", \\."), synth::in_schema("a c"), synth::row_count(50),
    synth::references<&mixed::entry::account_code, &mixed::account::code>(synth::zipf(1.2)),
    synth::references<&mixed::entry::account_serial, &mixed::account::serial>(synth::nulls(0.4)),
    synth::references<&mixed::entry::before, &mixed::entry::id>());
template<>
inline constexpr auto synth::table<mixed::setting> = synth::describe<mixed::setting>(
    synth::primary_key<&mixed::setting::name, &mixed::setting::on, &mixed::setting::since>(),
    synth::row_count(60), synth::column<&mixed::setting::name>(synth::fixed_length(5)));
template<>
inline constexpr auto synth::table<mixed::region> = synth::describe<mixed::region>(
    synth::row_count(12), synth::references<&mixed::region::above, &mixed::region::id>());
template<>
inline constexpr auto synth::table<mixed::follower> =
    synth::describe<mixed::follower>(synth::row_count(70),
                                     synth::primary_key<&mixed::follower::who, &mixed::follower::whom>(),
                                     synth::references<&mixed::follower::who, &mixed::account::id>(),
                                     synth::references<&mixed::follower::whom, &mixed::account::id>());
template<>
inline constexpr auto synth::table<mixed::triple> = synth::describe<mixed::triple>(
    synth::row_count(200),
    synth::primary_key<&mixed::triple::region_id, &mixed::triple::account_id, &mixed::triple::entry_id>(),
    synth::references<&mixed::triple::region_id, &mixed::region::id>(synth::children_between(0, 24)),
    synth::references<&mixed::triple::account_id, &mixed::account::id>(),
    synth::references<&mixed::triple::entry_id, &mixed::entry::id>());
template<>
inline constexpr auto synth::table<mixed::profile> = synth::describe<mixed::profile>(
    synth::row_count(8), synth::unique<&mixed::profile::account_id>(),
    synth::references<&mixed::profile::account_id, &mixed::account::id>(synth::nulls(0.5)),
    synth::column<&mixed::profile::score>(synth::uniform(0, 9)));
template<>
inline constexpr auto synth::table<mixed::line> = synth::describe<mixed::line>(
    synth::row_count(41), synth::primary_key<&mixed::line::region_id, &mixed::line::number>(),
    synth::references<&mixed::line::region_id, &mixed::region::id>(synth::children_between(1, 6)));
template<>
inline constexpr auto synth::table<mixed::keyless> = synth::describe<mixed::keyless>(
    synth::row_count(30), synth::references<&mixed::keyless::region_id, &mixed::region::id>());

namespace {

template<typename Schema>
void check_all(const synth::plan_options<Schema>& options = {}) {
    for (const std::string& each : properties::checker<Schema>{options}.run()) {
        FAIL_CHECK(each);
    }
    CHECK(true);
}

} // namespace

TEST_CASE("the contracts hold for TPC-C") {
    check_all<tpcc::database>();
    const synth::dataset<tpcc::database> data;
    using namespace tpcc;
    for (const std::string& each :
         properties::check_members<&orders::o_w_id, &orders::o_id, &orders::o_c_id, &order_line::ol_number,
                                   &order_line::ol_supply_w_id, &stock::s_i_id, &item::i_id,
                                   &new_order::no_o_id, &history::h_d_id, &warehouse::w_name>(data)) {
        FAIL_CHECK(each);
    }
}

TEST_CASE("the contracts hold for tenants with shared columns") { check_all<tenants::database>(); }

TEST_CASE("the contracts hold for every kind of reference and key") {
    check_all<mixed::database>();
    const synth::dataset<mixed::database> data;
    using namespace mixed;
    for (const std::string& each :
         properties::check_members<&account::code, &account::token, &account::serial, &account::nickname,
                                   &entry::account_code, &entry::account_serial, &entry::before,
                                   &setting::since, &region::above, &follower::whom, &triple::entry_id,
                                   &profile::account_id, &line::number, &keyless::region_id>(data)) {
        FAIL_CHECK(each);
    }
}

TEST_CASE("the contracts hold where pairs are complete and tables empty") {
    synth::plan_options<mixed::database> options;
    options.rows = {4, 6, 2, 3, 16, 3 * 4 * 6, 4, 3, 0};
    check_all(options);
    const synth::dataset<mixed::database> data{options};
    CHECK(data.row<mixed::follower>(0).who == data.row<mixed::follower>(3).who);
    options.rows = {0, 0, 1, 1, 0, 0, 0, 1, 1};
    check_all(options);
}

TEST_CASE("a tenant without enough projects for its members is refused") {
    using database = tenants::database;
    CHECK_THROWS_WITH((synth::dataset<database>{synth::count<tenants::membership>{100}}),
                      doctest::Contains("membership(tenant_id, project_id) -> project: up to 5 rows"));
    CHECK_NOTHROW(synth::dataset<database>{synth::count<tenants::membership>{69}});
}

namespace grown {

// The tables of `mixed` again, one of them with another column, and one more table.
struct account {
    std::int64_t id{};
    std::optional<std::string> nickname;
    std::string added;
    std::string code;
};
struct added_table {
    std::int64_t id{};
    std::int64_t account_id{};
};

} // namespace grown

template<>
inline constexpr auto synth::table<grown::account> = synth::describe<grown::account>(
    synth::named("Account \"s\", \\."), synth::in_schema("a b"), synth::unique<&grown::account::code>(),
    synth::column<&grown::account::code>(synth::max_length(6), synth::named("se\"lect;\n")));
template<>
inline constexpr auto synth::table<grown::added_table> = synth::describe<grown::added_table>(
    synth::references<&grown::added_table::account_id, &grown::account::id>());

TEST_CASE("columns and tables that are added, moved or left out leave other values alone") {
    const synth::dataset<mixed::database> before;
    const synth::dataset<synth::schema<grown::added_table, grown::account>> after{
        synth::count<grown::account>{9}, synth::count<grown::added_table>{3}};
    for (std::uint64_t row = 0; row < 9; ++row) {
        CHECK(after.value<&grown::account::id>(row) == before.value<&mixed::account::id>(row));
        CHECK(after.value<&grown::account::code>(row) == before.value<&mixed::account::code>(row));
        CHECK(after.value<&grown::account::nickname>(row) == before.value<&mixed::account::nickname>(row));
    }
}

TEST_CASE("a table that grows keeps its keys and values, and so does every table that does not refer to it") {
    synth::plan_options<mixed::database> options;
    const auto before = properties::checker<mixed::database>::dump(synth::dataset<mixed::database>{options});
    options.rows[1] *= 3; // entry: only triple refers to it
    const auto after = properties::checker<mixed::database>::dump(synth::dataset<mixed::database>{options});
    for (std::size_t table = 0; table < before.size(); ++table) {
        if (table == 1) { // a table without an owner is the beginning of the grown one
            CHECK(after[table].starts_with(before[table].substr(0, before[table].rfind("\\.\n"))));
        } else if (table != 5) {
            CHECK(after[table] == before[table]);
        }
    }
}

namespace big {

struct parent {
    std::int64_t id{};
};
struct child {
    std::int64_t parent_id{};
    std::int32_t number{};
    std::int64_t other_id{};
};
struct dealt {
    std::int64_t parent_id{};
    std::int32_t number{};
};
using database = synth::schema<parent, child, dealt>;

} // namespace big

template<>
inline constexpr auto synth::table<big::child> =
    synth::describe<big::child>(synth::primary_key<&big::child::parent_id, &big::child::number>(),
                                synth::references<&big::child::parent_id, &big::parent::id>(),
                                synth::references<&big::child::other_id, &big::parent::id>(synth::zipf(1.1)));
template<>
inline constexpr auto synth::table<big::dealt> = synth::describe<big::dealt>(
    synth::primary_key<&big::dealt::parent_id, &big::dealt::number>(),
    synth::references<&big::dealt::parent_id, &big::parent::id>(synth::children_between(1, 19)));

TEST_CASE("the last of a million million rows costs no more than the first") {
    constexpr std::uint64_t rows = 1'000'000'000'000;
    const synth::dataset<big::database> data{synth::count<big::parent>{rows / 10},
                                             synth::count<big::child>{rows}, synth::count<big::dealt>{rows}};
    const big::child last = data.row<big::child>(rows - 1);
    CHECK(last.parent_id == static_cast<std::int64_t>(rows / 10));
    CHECK(last.number == 10);
    CHECK(last.other_id >= 1);
    CHECK(data.row<big::dealt>(rows - 1).parent_id == static_cast<std::int64_t>(rows / 10));
    CHECK(data.row<big::dealt>(0).number == 1);
    CHECK(data.row_of<&big::parent::id>(77) == 76);
    CHECK(sizeof data < 16'384);
}

TEST_CASE("tables of nearly as many rows as 64 bits count are planned and read") {
    constexpr std::uint64_t rows = std::uint64_t{1} << 62U;
    const synth::dataset<big::database> data{synth::count<big::parent>{rows}, synth::count<big::child>{rows},
                                             synth::count<big::dealt>{rows}};
    CHECK(data.row<big::child>(rows - 1).parent_id == static_cast<std::int64_t>(rows));
    CHECK(data.row<big::dealt>(rows - 1).number == 1);
    CHECK_THROWS_AS((synth::dataset<big::database>{synth::count<big::parent>{rows * 3}}), synth::plan_error);
}
