// rejects: synth: a schema must not name a table twice; give one of the rows another synth::named
// shows: customer
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
namespace old {
struct customer {
    std::int64_t id{};
};
} // namespace old

#if !SYNTH_REJECT
template<>
inline constexpr auto synth::table<old::customer> =
    synth::describe<old::customer>(synth::named("old_customer"));
#endif

int main() { return synth::dataset<synth::schema<customer, old::customer>>{}.options().seed == 1 ? 0 : 1; }
