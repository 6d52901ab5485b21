// rejects: synth: a dataset must be of a schema; write synth::dataset<synth::schema<...>>
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};

int main() {
#if SYNTH_REJECT
    const synth::dataset<customer> data{synth::count<customer>{7}};
#else
    const synth::dataset<synth::schema<customer>> data{synth::count<customer>{7}};
#endif
    return data.row<customer>(3).id == data.value<&customer::id>(4) ? 0 : 1;
}
