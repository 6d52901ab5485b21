// rejects: synth: a reference must have the type of the column that it refers to; change one of the members
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct order {
    std::int64_t id{};
#if SYNTH_REJECT
    std::string customer_id;
#else
    std::int32_t customer_id{};
#endif
};

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::references<&order::customer_id, &customer::id>());

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
