// rejects: synth: a description must consist of entries; write an option or a generator inside synth::column<&Row::member>(...)
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
    std::int64_t age{};
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    [](synth::draw& cell) { return cell.between(0, 99); });
#else
    synth::column<&customer::age>([](synth::draw& cell) { return cell.between(0, 99); }));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
