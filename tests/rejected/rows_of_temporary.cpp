// rejects: synth: rows must be asked of a dataset that outlives them; give the dataset a name
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int32_t id{};
};

template<>
inline constexpr auto synth::table<item> =
    synth::describe<item>(synth::row_count(3), synth::primary_key<&item::id>());

int main() {
    std::int32_t sum = 0;
#if SYNTH_REJECT
    for (const item& each : synth::dataset<synth::schema<item>>{}.rows<item>()) {
        sum += each.id;
    }
#else
    const synth::dataset<synth::schema<item>> data;
    for (const item& each : data.rows<item>()) {
        sum += each.id;
    }
#endif
    return sum == 6 ? 0 : 1;
}
