// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/text_pieces.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;
using enum text_piece::outcome;

struct place {
    std::string site{};
    std::int32_t aisle{};
    std::string shelf{};
};

constexpr auto label =
    sql::append(sql::append(sql::append(sql::append(value<&place::site>, "-"),
                                        sql::pad_zeros(sql::as_text(value<&place::aisle>), 3)),
                            "-"),
                value<&place::shelf>);

constexpr possible_value open{};
constexpr possible_value north = possible_value::of(std::string_view{"north"});
constexpr possible_value top = possible_value::of(std::string_view{"top"});

template<std::size_t Size>
constexpr text_piece piece(const expression<place, Size>& whole, schema_index column, std::string_view text,
                           const std::array<possible_value, 3>& known) {
    return piece_of(whole.nodes, target_places{whole.nodes, column}, evaluation{whole.nodes, known, {}},
                    Size - 1, text);
}

constexpr bool is(const text_piece& piece, std::string_view text) {
    return piece.what == found && piece.text == text;
}

} // namespace

TEST_CASE("what stands beside a part tells where it ends") {
    static constexpr auto two = sql::append(value<&place::site>, value<&place::shelf>);
    static_assert(is(piece(two, 0, "northtop", {open, open, top}), "north"));
    static_assert(is(piece(two, 2, "northtop", {north, open, open}), "top"));
    static_assert(piece(two, 2, "southtop", {north, open, open}).what == impossible);
    static_assert(piece(two, 0, "northern", {open, open, top}).what == impossible);
    static_assert(piece(two, 0, "northtop", {open, open, open}).what == unknown);
    static_assert(piece(two, 0, "northtop", {open, open, possible_value::null()}).what == unknown);
    static constexpr auto twice = sql::append(value<&place::site>, value<&place::site>);
    static_assert(piece(twice, 0, "aa", {open, open, open}).what == unknown);
}

TEST_CASE("constants between parts that are not known yet tell where these end") {
    static_assert(is(piece(label, 0, "a-b-042-top", {open, open, open}), "a-b"));
    static_assert(is(piece(label, 1, "north-042-top", {open, open, open}), "42"));
    static_assert(is(piece(label, 2, "north-042-top", {open, open, open}), "top"));
    static_assert(is(piece(label, 0, "north-042-top", {open, open, top}), "north"));
    static_assert(piece(label, 0, "north", {open, open, open}).what == unknown);
    static_assert(label.nodes[piece(label, 1, "n-042-t", {open, open, open}).node].what ==
                  operation::as_text);
}
