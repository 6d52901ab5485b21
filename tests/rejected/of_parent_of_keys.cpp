// rejects: synth: of_parent must find its column in the schema; name the parent's row there without synth::keys_of
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int64_t id{};
    std::int64_t price{};
};
struct line {
    std::int64_t id{};
    std::int64_t item_id{};
    std::int64_t price{};
};

template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
    synth::references<&line::item_id, &item::id>(),
    synth::column<&line::price>(synth::derive<synth::of_parent<&line::item_id, &item::price>>(
        [](std::int64_t price) { return price; })));

#if SYNTH_REJECT
using part = synth::schema<synth::keys_of<item>, line>;
#else
using part = synth::schema<item, line>;
#endif

int main() { return synth::dataset<part>{}.value<&line::price>(0) == 1 ? 0 : 1; }
