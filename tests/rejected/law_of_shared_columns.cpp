// rejects: synth: a reference that another one decides must not have a law; remove the law, the columns that they share leave it no choice
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/zipf.hpp>

struct warehouse {
    std::int64_t id{};
};
struct district {
    std::int64_t warehouse_id{};
    std::int64_t id{};
};
struct customer {
    std::int64_t id{};
    std::int64_t warehouse_id{};
    std::int64_t district_id{};
};

template<>
inline constexpr auto synth::table<district> =
    synth::describe<district>(synth::primary_key<&district::warehouse_id, &district::id>(),
                              synth::references<&district::warehouse_id, &warehouse::id>());
template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
    synth::references<synth::columns<&customer::warehouse_id, &customer::district_id>,
                      synth::columns<&district::warehouse_id, &district::id>>(),
#if SYNTH_REJECT
    synth::references<&customer::warehouse_id, &warehouse::id>(synth::zipf(1.1)));
#else
    synth::references<&customer::warehouse_id, &warehouse::id>());
#endif

int main() {
    return synth::dataset<synth::schema<warehouse, district, customer>>{}.options().seed == 1 ? 0 : 1;
}
