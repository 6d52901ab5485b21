// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/planned_column.hpp>

namespace {

struct row_number {
    std::int64_t operator()(synth::draw&) const { return 7; }
};

row_number bind_number(const synth::column_plan&) { return {}; }
row_number bind_refused(const synth::column_plan&) { throw synth::plan_error{"no number"}; }

using number_column =
    synth::planned_column<std::optional<std::int64_t>, row_number, synth::column_source::generated, true>;

} // namespace

TEST_CASE("a column makes its values from its type and its plan, whatever its schema") {
    const synth::column_plan plan{.table = "t", .column = "c"};
    const number_column always{plan, 0.0, &bind_number};
    const number_column never{plan, 1.0, &bind_number};
    CHECK(always.at(3) == 7);
    CHECK_FALSE(always.is_null(3));
    CHECK(never.is_null(3));
}

TEST_CASE("what the binding of a generator refuses is said with the column") {
    std::string said;
    try {
        static_cast<void>(number_column{{.table = "t", .column = "c"}, 0.0, &bind_refused});
    } catch (const synth::plan_error& refused) {
        said = refused.what();
    }
    CHECK(said == "synth: t.c: no number");
}
