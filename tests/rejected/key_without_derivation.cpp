// rejects: synth: a key must be distinct by construction; add a free column to it, or make its references disjoint
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct order {
    std::int64_t customer_id{};
    std::int64_t payer_id{};
};

template<>
inline constexpr auto synth::table<order> = synth::describe<order>(
#if SYNTH_REJECT
    synth::unique<&order::customer_id>(), synth::unique<&order::payer_id>(),
    synth::primary_key<&order::customer_id, &order::payer_id>(),
    synth::references<&order::customer_id, &customer::id>(synth::children_between(0, 3)),
#else
    synth::references<&order::customer_id, &customer::id>(),
#endif
    synth::references<&order::payer_id, &customer::id>());

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
