// rejects: synth: a column with fraction_digits must hold a time, a timestamp or an interval; remove fraction_digits, or change the member
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
    synth::column<&customer::name>(synth::fraction_digits(3)));
#else
    synth::column<&customer::joined_at>(synth::fraction_digits(3)));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
