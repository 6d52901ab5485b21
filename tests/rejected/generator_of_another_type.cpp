// rejects: synth: a generator must yield values of its column; change the generator or the member
// shows: customer
// shows: age
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
    synth::column<&customer::age>([](synth::draw&) { return "old"; }));
#else
    synth::column<&customer::age>([](synth::draw& cell) { return cell.between(0, 99); }));
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
