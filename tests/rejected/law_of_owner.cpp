// rejects: synth: a reference that owns its rows must have a degree law; use synth::even, synth::children_between, synth::children_histogram, synth::children_geometric or synth::children_zipf, or leave the law out
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct line {
    std::int64_t customer_id{};
    std::int32_t number{};
};

template<>
inline constexpr auto synth::table<line> =
    synth::describe<line>(synth::primary_key<&line::customer_id, &line::number>(),
#if SYNTH_REJECT
                          synth::references<&line::customer_id, &customer::id>(synth::uniform_law{}));
#else
                          synth::references<&line::customer_id, &customer::id>(
                              synth::children_between(0, 3)));
#endif

int main() { return synth::dataset<synth::schema<customer, line>>{}.options().seed == 1 ? 0 : 1; }
