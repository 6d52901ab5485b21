// rejects: synth: references that share columns must meet in one ancestor; refer to it from both parents, or leave one reference out
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct address {
    std::int64_t customer_id{};
    std::int32_t number{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
    std::int32_t address_number{};
};

template<>
inline constexpr auto synth::table<address> = synth::describe<address>(
#if !SYNTH_REJECT
    synth::references<&address::customer_id, &customer::id>(),
#endif
    synth::primary_key<&address::customer_id, &address::number>());
template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::references<&order::customer_id, &customer::id>(),
                           synth::references<synth::columns<&order::customer_id, &order::address_number>,
                                             synth::columns<&address::customer_id, &address::number>>());

int main() { return synth::dataset<synth::schema<customer, address, order>>{}.options().seed == 1 ? 0 : 1; }
