// rejects: synth: an entry of a description must be called; write () behind it, as in synth::unique<&Row::member>()
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
    synth::references<&order::customer_id, &customer::id>);
#else
    synth::references<&order::customer_id, &customer::id>());
#endif

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
