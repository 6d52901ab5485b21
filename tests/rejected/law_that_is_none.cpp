// rejects: synth: a reference must choose its parents by a law; use synth::uniform_law, synth::weighted_law or synth::zipf, or leave the law out
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
    synth::references<&order::customer_id, &customer::id>([](synth::draw&) { return 7; }));
#else
    synth::references<&order::customer_id, &customer::id>(synth::uniform_law{}));
#endif

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
