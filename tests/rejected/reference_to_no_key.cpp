// rejects: synth: a reference must refer to a primary key or to unique columns; refer to the key, or add synth::unique to the parent
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t number{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
};

#if !SYNTH_REJECT
template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(synth::unique<&customer::number>());
#endif
template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::references<&order::customer_id, &customer::number>());

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
