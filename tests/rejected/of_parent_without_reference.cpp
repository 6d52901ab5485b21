// rejects: synth: of_parent must name a column of a reference and a column of its parent; add synth::references to the description
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/derived_value.hpp>

struct item {
    std::int64_t id{};
    std::int32_t price{};
};
struct line {
    std::int64_t id{};
    std::int64_t item_id{};
    std::int32_t price{};
};

template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
#if !SYNTH_REJECT
    synth::references<&line::item_id, &item::id>(),
#endif
    synth::column<&line::price>(synth::derive<synth::of_parent<&line::item_id, &item::price>>(
        [](std::int32_t price) { return price; })));

int main() { return synth::dataset<synth::schema<item, line>>{}.row<line>(0).price >= 0 ? 0 : 1; }
