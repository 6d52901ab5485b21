// rejects: synth: lower_of and upper_of must be given a range; write synth::value for other columns
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct stay {
    std::int64_t id{};
    synth::date booked{};
    synth::range<synth::date> nights;
};

template<>
inline constexpr auto synth::table<stay> = synth::describe<stay>(
#if SYNTH_REJECT
    synth::check("late", synth::lower_of<&stay::booked> >= synth::date::of(2025, 1, 1)));
#else
    synth::check("late", synth::lower_of<&stay::nights> >= synth::date::of(2025, 1, 1)));
#endif

int main() { return synth::dataset<synth::schema<stay>>{}.options().seed == 1 ? 0 : 1; }
