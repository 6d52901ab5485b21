// rejects: synth: in must be given values; list at least one
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int64_t id{};
    std::string colour;
};

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
#if SYNTH_REJECT
    synth::check("colour", synth::sql::in(synth::value<&item::colour>)));
#else
    synth::check("colour", synth::sql::in(synth::value<&item::colour>, "red")));
#endif

int main() { return synth::dataset<synth::schema<item>>{}.options().seed == 1 ? 0 : 1; }
