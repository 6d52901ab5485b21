// rejects: synth: a description must name members of its own row; write each member as &Row::member of the described row
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
    synth::unique<&customer::id>());
#else
    synth::unique<&order::id>());
#endif

int main() { return synth::dataset<synth::schema<order>>{}.options().seed == 1 ? 0 : 1; }
