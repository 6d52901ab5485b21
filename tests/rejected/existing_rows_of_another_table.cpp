// rejects: synth: existing_rows must be of a table that is filled outside; say synth::filled_outside() in its description, or leave the rows out
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct country {
    std::int64_t id{};
};

#if !SYNTH_REJECT
template<>
inline constexpr auto synth::table<country> = synth::describe<country>(synth::filled_outside());
#endif

int main() {
    const synth::dataset<synth::schema<country>> data{synth::existing_rows<country>{{{7}}}};
    return data.options().seed == 1 ? 0 : 1;
}
