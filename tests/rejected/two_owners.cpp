// rejects: synth: a table must not be owned by two parents; leave out one of the degree laws, or of the references that share columns further down
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
    synth::references<&order::payer_id, &customer::id>(synth::children_between(0, 3)),
#else
    synth::references<&order::payer_id, &customer::id>(),
#endif
    synth::references<&order::customer_id, &customer::id>(synth::children_between(0, 3)));

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
