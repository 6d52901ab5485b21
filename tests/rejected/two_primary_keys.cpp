// rejects: synth: a table must not have two primary keys; make one of them synth::unique
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
    std::int64_t number{};
};

template<>
inline constexpr auto synth::table<customer> =
    synth::describe<customer>(synth::primary_key<&customer::id>(),
#if SYNTH_REJECT
                              synth::primary_key<&customer::number>());
#else
                              synth::unique<&customer::number>());
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
