// rejects: synth: parent must name a column of a reference; add synth::references to the description
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
};

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::references<&order::customer_id, &customer::id>());

int main() {
    const synth::dataset<synth::schema<customer, order>> data;
#if SYNTH_REJECT
    return data.parent<&order::id>(5) ? 0 : 1;
#else
    return data.parent<&order::customer_id>(5) ? 0 : 1;
#endif
}
