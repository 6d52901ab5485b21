// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/sqlite_row.hpp>

#include "scratch.hpp"

namespace {

enum class mood { sad, ok };

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});

TEST_CASE("each type is bound as SQLite keeps it") {
    const scratch::folder where;
    synth::sqlite_connection connection{
        scratch::sqlite(where, "CREATE TABLE t (a, b, c, d NUMERIC, e, f, g, h, i)")};
    synth::sqlite_statement insert{connection, "test",
                                   "INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"};
    const synth::sqlite_row format{insert};
    const std::array blob{std::byte{1}, std::byte{0}};
    const auto write = [&](std::int64_t a) {
        char* out = format.begin_row(nullptr, 9);
        out = format.put<std::int64_t>(out, a);
        out = format.put<bool>(format.separator(out), true);
        out = format.put<double>(format.separator(out), 0.1);
        out = format.put<synth::decimal<10, 2>>(format.separator(out), synth::decimal<10, 2>{1'250});
        out = format.put<synth::timestamp>(format.separator(out), synth::timestamp{1'500'000});
        out = format.put<synth::bytes>(format.separator(out), blob);
        out = format.put<mood>(format.separator(out), mood::ok);
        out = format.put<std::string>(format.separator(out), "it's");
        out = format.put_null(format.separator(out));
        return format.end_row(out);
    };
    write(std::numeric_limits<std::int64_t>::min());
    write(7); // the parameters start over
    CHECK(scratch::cell(
              connection,
              "SELECT a || ' ' || b || ' ' || c || ' ' || d || ' ' || e || ' ' || hex(f) || ' ' || g || "
              "' ' || h || ' ' || typeof(i) FROM t WHERE a < 0") ==
          "-9223372036854775808 1 0.1 12.5 1970-01-01 00:00:01.5 0100 ok it's null");
    CHECK(scratch::cell(
              connection,
              "SELECT typeof(a) || typeof(b) || typeof(c) || typeof(d) || typeof(e) || typeof(f) FROM t "
              "WHERE a = 7") == "integerintegerrealrealtextblob");
}
