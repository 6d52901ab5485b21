// rejects: synth: a column with nulls must be optional; write std::optional around the member's type, or remove nulls
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>

struct customer {
    std::int64_t id{};
    std::string name;
    std::optional<synth::timestamp> joined_at;
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::column<&customer::name>(synth::nulls(0.1)));
#else
    synth::column<&customer::joined_at>(synth::nulls(0.1)));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
