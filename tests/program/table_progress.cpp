// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <csignal>
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/program/interruption.hpp>
#include <synth/program/table_progress.hpp>

#include "../database/row_list.hpp"

namespace {

row_list two_tables() {
    row_list source;
    source.add({"", "a", {bigint("id")}}, {{"1"}, {"2"}});
    source.add({"", "b", {bigint("id")}}, {{"1"}});
    return source;
}

constexpr std::array<std::size_t, 2> both{1, 0};

} // namespace

TEST_CASE("a bar of tables follows them and counts time") {
    const row_list source = two_tables();
    synth::table_progress bar{false, source, both};
    bar.update(1, 1);
    bar.update(0, 2);
    CHECK(bar.seconds() >= 0);
}

TEST_CASE("a work that the user interrupts ends with an error") {
    const row_list source = two_tables();
    const synth::interruption guard;
    synth::table_progress bar{false, source, both};
    bar.update(1, 0);
    std::raise(SIGTERM);
    CHECK_THROWS_WITH_AS(bar.update(1, 1), "synth: interrupted", synth::database_error);
}
