// rejects: synth: row_of must name all columns of a key; name those that are missing, or add synth::unique to the description
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
};

int main() {
    const synth::dataset<synth::schema<customer, order>> data;
#if SYNTH_REJECT
    return data.row_of<&order::customer_id>(5) ? 0 : 1;
#else
    return data.row_of<&order::id>(5) ? 0 : 1;
#endif
}
