// rejects: synth: an entry of a description must be called; write () behind it, as in synth::unique<&Row::member>()
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
    synth::unique<&customer::name>);
#else
    synth::unique<&customer::name>());
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
