// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>

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
          "synth: cannot load c: why; complete before it: a, s.b; nothing of the other tables; to begin "
          "again give "
          "--truncate");
}
