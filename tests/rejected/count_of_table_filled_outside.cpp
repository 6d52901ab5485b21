// rejects: synth: a count must not be of a table that is filled outside; leave it out, the table has the rows of synth::existing_rows
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct country {
    std::int64_t id{};
};

template<>
inline constexpr auto synth::table<country> = synth::describe<country>(synth::filled_outside());

int main() {
#if SYNTH_REJECT
    const synth::dataset<synth::schema<country>> data{synth::count<country>{1}};
#else
    const synth::dataset<synth::schema<country>> data{synth::existing_rows<country>{{{7}}}};
#endif
    return data.options().seed == 1 ? 0 : 1;
}
