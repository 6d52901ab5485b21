// rejects: synth: a key or a reference must have a column; write its members, as in synth::unique<&Row::member>()
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::primary_key<&customer::id>(), synth::unique<>());
#else
    synth::primary_key<&customer::id>());
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
