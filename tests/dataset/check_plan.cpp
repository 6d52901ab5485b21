// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>

#include "checked_tables.hpp"

namespace {

using plan = synth::check_plan<checked::database, 1>;

constexpr std::size_t slot_of(std::size_t column) { return plan::slot_of(column); }

struct contact { // unique of either kind, and one of them
    std::int64_t id{};
    std::optional<std::string> email;
    std::optional<std::string> phone;
};

} // namespace

template<>
inline constexpr auto synth::table<contact> = synth::describe<contact>(
    synth::row_count(1'000), synth::primary_key<&contact::id>(), synth::unique<&contact::email>(),
    synth::unique<&contact::phone>(), synth::column<&contact::email>(synth::nulls(0.5)),
    synth::column<&contact::phone>(synth::nulls(0.5)),
    synth::check("reachable", synth::sql::is_not_null(synth::value<&contact::email>) ||
                                  synth::sql::is_not_null(synth::value<&contact::phone>)));

TEST_CASE("only columns that checks tie together have a slot") {
    CHECK(slot_of(1) < plan::slots);
    CHECK(slot_of(13) < plan::slots); // a predicate
    CHECK(slot_of(0) == plan::slots);
    CHECK(slot_of(14) == plan::slots); // a check of its own
}

TEST_CASE("columns that checks tie together are in one group, others are not") {
    CHECK(plan::groups[slot_of(1)] == plan::groups[slot_of(2)]);
    CHECK(plan::groups[slot_of(3)] == plan::groups[slot_of(4)]); // by way of shipped
    CHECK(plan::groups[slot_of(1)] != plan::groups[slot_of(3)]);
}

TEST_CASE("checks choose generated columns and leave references their parents") {
    CHECK(plan::chooses(1));
    CHECK_FALSE(plan::chooses(0));
    CHECK_FALSE(plan::chooses(11));
    CHECK(plan::freedom_of(11) == synth::column_freedom::reference);
}

TEST_CASE("whether a key that may be NULL is so is the choice of its checks") {
    using contacts = synth::schema<contact>;
    CHECK(synth::check_plan<contacts, 0>::chooses_null(1));
    CHECK_FALSE(synth::check_plan<contacts, 0>::chooses(1));
    std::set<std::string> emails;
    std::size_t with_email = 0;
    std::size_t with_phone = 0;
    const synth::dataset<contacts> data;
    for (const contact& each : data.rows<contact>()) {
        CHECK((each.email || each.phone));
        with_email += each.email ? 1 : 0;
        with_phone += each.phone ? 1 : 0;
        emails.insert(each.email.value_or(""));
    }
    CHECK(with_email < 1'000);
    CHECK(with_phone < 1'000);
    CHECK(emails.size() == with_email + 1);
}
