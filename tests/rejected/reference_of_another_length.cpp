// rejects: synth: a reference must name as many columns as it refers to; list them in the same order
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
inline constexpr auto synth::table<order> = synth::describe<order>(
#if SYNTH_REJECT
    synth::references<synth::columns<&order::customer_id, &order::id>, synth::columns<&customer::id>>());
#else
    synth::references<synth::columns<&order::customer_id>, synth::columns<&customer::id>>());
#endif

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
