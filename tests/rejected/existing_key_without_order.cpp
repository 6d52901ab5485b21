// rejects: synth: a key of a table that is filled outside must have an order; refer to another key, or let synth fill the table
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct season {
    synth::range<std::int32_t> during{};
    std::int64_t id{};
};

template<>
inline constexpr auto synth::table<season> = synth::describe<season>(synth::filled_outside(),
#if SYNTH_REJECT
                                                                     synth::primary_key<&season::during>());
#else
                                                                     synth::primary_key<&season::id>());
#endif

int main() {
    const synth::dataset<synth::schema<season>> data{synth::existing_rows<season>{{{{}, 7}}}};
    return data.options().seed == 1 ? 0 : 1;
}
