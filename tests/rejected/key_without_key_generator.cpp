// rejects: synth: a column that keeps a key distinct must have a key generator; use synth::sequence or synth::permuted_key, or remove the generator
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::column<&customer::id>([](synth::draw& cell) { return cell.between(0, 99); }));
#else
    synth::column<&customer::id>(synth::sequence{100}));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
