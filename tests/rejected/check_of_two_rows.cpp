// rejects: synth: an expression must name columns of one row; compare columns of other tables in a derived column
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int64_t id{};
    std::int32_t price{};
};
struct line {
    std::int64_t id{};
    std::int32_t price{};
    std::int32_t least{};
};

template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
#if SYNTH_REJECT
    synth::check("price", synth::value<&line::price> >= synth::value<&item::price>));
#else
    synth::check("price", synth::value<&line::price> >= synth::value<&line::least>));
#endif

int main() { return synth::dataset<synth::schema<item, line>>{}.options().seed == 1 ? 0 : 1; }
