// rejects: synth: a self-reference must not take a column that another reference decides; leave one of the two out, or give the self-reference an optional column of its own
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct message {
    std::int64_t id{};
    std::int64_t answers{};
};

template<>
inline constexpr auto synth::table<message> = synth::describe<message>(
#if SYNTH_REJECT
    synth::references<&message::answers, &customer::id>(),
#endif
    synth::references<&message::answers, &message::id>());

int main() { return synth::dataset<synth::schema<customer, message>>{}.options().seed == 1 ? 0 : 1; }
