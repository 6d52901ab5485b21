// rejects: synth: a description must consist of entries; write an option or a generator inside synth::column<&Row::member>(...)
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
    std::string name;
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::named("people"), synth::max_length(16));
#else
    synth::named("people"), synth::column<&customer::name>(synth::max_length(16)));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
