// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/postgres_pieces.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

TEST_CASE("rows go into a table piece by piece, in either form, and none are no COPY") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id bigint, name text); CREATE TABLE other (id bigint, name text)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "t", {bigint("id"), text("name", true)}}, {{"1", "a"}, {"2", std::nullopt}});
    const synth::table_shape other{"", "other", source.shape(0).columns};
    for (const bool binary : {false, true}) {
        synth::postgres_pieces pieces{*connection, source, 0, binary, other, "cannot load other"};
        pieces.put("");
        synth::byte_buffer bytes;
        source.write(0, pieces.form(), 0, 2, bytes);
        pieces.put(bytes.view());
        pieces.finish();
        pieces.put(bytes.view());
        pieces.finish();
        pieces.finish();
        CHECK(pieces.total() == 2 * bytes.size());
    }
    CHECK(scratch::cell(*connection, "SELECT count(*) || ' ' || count(name) FROM other") == "8 4");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM t") == "0");
}

TEST_CASE("an error begins with the words of the load") {
    auto connection = scratch::postgres("CREATE TABLE t (id bigint PRIMARY KEY)");
    if (!connection) {
        return;
    }
    row_list source;
    source.add({"", "t", {bigint("id")}}, {{"1"}, {"1"}});
    synth::postgres_pieces pieces{*connection, source, 0, true, source.shape(0), "cannot do this"};
    synth::byte_buffer bytes;
    source.write(0, pieces.form(), 0, 2, bytes);
    pieces.put(bytes.view());
    CHECK(scratch::has(scratch::thrown_by([&] { pieces.finish(); }),
                       "synth: cannot do this: duplicate key value violates unique constraint"));
}
