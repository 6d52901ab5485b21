// rejects: synth: a table must not have two columns of one name; rename one in its description
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
    std::int64_t number{};
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::column<&customer::number>(synth::named("id")));
#else
    synth::column<&customer::number>(synth::named("no")));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
