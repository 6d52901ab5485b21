// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/load_report.hpp>

#include "row_list.hpp"

TEST_CASE("the error of a table says what is in the database") {
    row_list source;
    source.add({"", "a", {}}, {});
    source.add({"s", "b", {}}, {});
    const synth::database_error error{"cannot load c: why"};
    CHECK(std::string{synth::incomplete_load(error, source, {}).what()} ==
          "synth: cannot load c: why; nothing was loaded");
    const std::vector<std::size_t> complete{0, 1};
    CHECK(std::string{synth::unchanged_load(error).what()} ==
          "synth: cannot load c: why; nothing was changed, the old rows are still there");
    CHECK(std::string{synth::incomplete_load(error, source, complete).what()} ==
          "synth: cannot load c: why; complete before it: a, s.b; nothing of the other tables; to go on, "
          "name these with --table; to begin again, empty all of them first");
}

TEST_CASE("tables that may not be loaded are named with the remedy") {
    row_list source;
    source.add({"", "a", {}}, {});
    source.add({"s", "b", {}}, {});
    CHECK(std::string{synth::filled_tables(source, std::vector<std::size_t>{0, 1}).what()} ==
          "synth: not empty: a, s.b; give --truncate to replace the rows, or choose another database");
    CHECK(std::string{synth::empty_parent(source.shape(1), "b_a_fkey", "a").what()} ==
          "synth: s.b refers by b_a_fkey to a, which is empty: load a too, or first with the same --seed "
          "and --rows");
}

TEST_CASE("a group counts once it is loaded, and an error names the tables of the groups before it") {
    row_list source;
    source.add({"", "a", {}}, {});
    source.add({"s", "b", {}}, {});
    synth::load_report report;
    report.notes = {"note"};
    const auto load = [](int table, synth::load_report& loaded) {
        loaded.tables.push_back(static_cast<std::size_t>(table));
        loaded.rows += 10;
        if (table == 1) {
            throw synth::database_error{"cannot load s.b: why"};
        }
    };
    const std::vector<int> groups{0, 1};
    CHECK_THROWS_WITH_AS(
        synth::load_each(std::span{groups}, source, report, load),
        "synth: cannot load s.b: why; complete before it: a; nothing of the other tables; to "
        "go on, name these with --table; to begin again, empty all of them first",
        synth::database_error);
    CHECK(report.tables == std::vector<std::size_t>{0});
    CHECK(report.rows == 10);
    CHECK(report.notes.size() == 1);
}
