// rejects: synth: a member must have a column type; see docs/types.md for the list, or specialise synth::labels for an enumeration
// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <string_view>

#include <synth/dataset/dataset.hpp>

enum class mood : std::uint8_t { sad, ok };
struct customer {
    std::int64_t id{};
    mood feels{};
};

#if !SYNTH_REJECT
template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
