// rejects: synth: a reference must refer to columns of one row; write one synth::references for each parent
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct store {
    std::int64_t id{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
    std::int64_t store_id{};
};

template<>
inline constexpr auto synth::table<order> = synth::describe<order>(
#if SYNTH_REJECT
    synth::references<synth::columns<&order::customer_id, &order::store_id>,
                      synth::columns<&customer::id, &store::id>>());
#else
    synth::references<&order::customer_id, &customer::id>(),
    synth::references<&order::store_id, &store::id>());
#endif

int main() { return synth::dataset<synth::schema<customer, store, order>>{}.options().seed == 1 ? 0 : 1; }
