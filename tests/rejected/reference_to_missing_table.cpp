// rejects: synth: a referenced table must be in the schema; add its row to synth::schema<...>
// shows: order
// shows: customer_id
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

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::references<&order::customer_id, &customer::id>());

#if SYNTH_REJECT
using database = synth::schema<order>;
#else
using database = synth::schema<order, customer>;
#endif

int main() { return synth::dataset<database>{}.options().seed == 1 ? 0 : 1; }
