// rejects: synth: a column with max_length must hold text, bytes or bits; remove max_length, or change the member
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
    std::string name;
    std::optional<synth::timestamp> joined_at;
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::column<&customer::id>(synth::max_length(16)));
#else
    synth::column<&customer::name>(synth::max_length(16)));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
