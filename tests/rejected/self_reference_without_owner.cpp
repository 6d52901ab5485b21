// rejects: synth: a self-reference must stay among the rows of one owner; make the shared columns a reference to it, or leave the self-reference out
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::int64_t id{};
};
struct message {
    std::int64_t customer_id{};
    std::int64_t id{};
    std::optional<std::int64_t> answers;
};

template<>
inline constexpr auto synth::table<message> =
    synth::describe<message>(synth::primary_key<&message::customer_id, &message::id>(),
#if !SYNTH_REJECT
                             synth::references<&message::customer_id, &customer::id>(),
#endif
                             synth::references<synth::columns<&message::customer_id, &message::answers>,
                                               synth::columns<&message::customer_id, &message::id>>());

int main() { return synth::dataset<synth::schema<customer, message>>{}.options().seed == 1 ? 0 : 1; }
