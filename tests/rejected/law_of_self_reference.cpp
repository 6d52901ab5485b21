// rejects: synth: a reference of a table to itself must not have a law; remove the law, the parent is any earlier row
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/generate/zipf.hpp>

struct category {
    std::int64_t id{};
    std::optional<std::int64_t> parent_id;
};

template<>
inline constexpr auto synth::table<category> =
    synth::describe<category>(synth::references<&category::parent_id, &category::id>(
#if SYNTH_REJECT
        synth::zipf(1.1)));
#else
        synth::nulls(0.2)));
#endif

int main() { return synth::dataset<synth::schema<category>>{}.options().seed == 1 ? 0 : 1; }
