// rejects: synth: a key or a reference must not name a column twice; leave out the second mention
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
    synth::primary_key<&customer::id, &customer::id>());
#else
    synth::primary_key<&customer::id, &customer::number>());
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
