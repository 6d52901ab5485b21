// rejects: synth: a column of a primary key must not be optional; remove std::optional, or use synth::unique
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <synth/dataset/dataset.hpp>

struct customer {
#if SYNTH_REJECT
    std::optional<std::int64_t> id;
#else
    std::int64_t id{};
#endif
};

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
