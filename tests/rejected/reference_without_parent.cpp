// rejects: synth: a reference must name the column that it refers to; write synth::references<&Row::member, &Parent::key>()
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/zipf.hpp>

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
    synth::references<&order::customer_id>(synth::zipf(1.1)));
#else
    synth::references<&order::customer_id, &customer::id>(synth::zipf(1.1)));
#endif

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
