// rejects: synth: a column of a reference must not have a generator of its own; remove the generator, the parent's key decides the value
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
    synth::column<&order::customer_id>([](synth::draw&) { return 7; }),
#endif
    synth::references<&order::customer_id, &customer::id>());

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
