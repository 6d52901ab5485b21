// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/kind_key.hpp>

#include "kind_tables.hpp"

namespace {

struct open { // any text
    std::string code;
};
struct described {
    std::int32_t id{};
};
struct many {
    std::int32_t id{};
};
struct repeats {
    std::int64_t id{};
    std::string open_code;
    std::int32_t described_id{};
};
using other = synth::schema<open, described, many, repeats>;

} // namespace

template<>
inline constexpr auto synth::table<open> = synth::describe<open>(synth::primary_key<&open::code>());
template<>
inline constexpr auto synth::table<described> = synth::describe<described>(
    synth::check("few", synth::value<&described::id> < 3 && synth::value<&described::id> > 0),
    synth::column<&described::id>(synth::sequence()));
template<>
inline constexpr auto synth::table<many> = synth::describe<many>(
    synth::check("many", synth::value<&many::id> >= 1 && synth::value<&many::id> <= 64));
template<>
inline constexpr auto synth::table<repeats> =
    synth::describe<repeats>(synth::references<&repeats::open_code, &open::code>(),
                             synth::references<&repeats::described_id, &described::id>());

TEST_CASE("a key is one of kinds where its checks list few values and nobody describes it") {
    using namespace kind_tables;
    CHECK((synth::is_kind_key<database, 0, 0>)); // kind.code
    CHECK_FALSE((synth::is_kind_key<database, 0, 1>));
    CHECK((synth::is_kind_key<database, 1, 0>)); // grade.id
    CHECK_FALSE((synth::is_kind_key<database, 2, 0>));
    CHECK_FALSE((synth::is_kind_key<other, 0, 0>));
    CHECK_FALSE((synth::is_kind_key<other, 1, 0>));
    CHECK_FALSE((synth::is_kind_key<other, 2, 0>));
}

TEST_CASE("a column repeats a kind where its reference is drawn without a law") {
    using namespace kind_tables;
    CHECK((synth::is_repeated_kind<database, 2, 1>)); // party.kind
    CHECK((synth::is_repeated_kind<database, 2, 2>));
    CHECK_FALSE((synth::is_repeated_kind<database, 3, 1>)); // person.kind, beside its id
    CHECK_FALSE((synth::is_repeated_kind<other, 3, 1>));
    CHECK_FALSE((synth::is_repeated_kind<other, 3, 2>));
}
