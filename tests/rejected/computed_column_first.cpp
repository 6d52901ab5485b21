// rejects: synth: a computed column must be made of one column that is not, and stand behind all that are not; move its member to the end of the row
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/computed.hpp>
#include <synth/schema/expression_functions.hpp>

struct piece {
#if SYNTH_REJECT
    std::int64_t twice{};
    std::int32_t id{};
#else
    std::int32_t id{};
    std::int64_t twice{};
#endif
};

template<>
inline constexpr auto synth::table<piece> =
    synth::describe<piece>(synth::column<&piece::twice>(synth::computed(synth::value<&piece::id> * 2)));

int main() { return synth::dataset<synth::schema<piece>>{}.row<piece>(0).twice > 0 ? 0 : 1; }
