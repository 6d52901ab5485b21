// rejects: synth: a table must have a name; give a row that is a template synth::named
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

template<typename Value>
struct box {
    Value id{};
};

#if !SYNTH_REJECT
template<>
inline constexpr auto synth::table<box<std::int64_t>> =
    synth::describe<box<std::int64_t>>(synth::named("box"));
#endif

int main() { return synth::dataset<synth::schema<box<std::int64_t>>>{}.options().seed == 1 ? 0 : 1; }
