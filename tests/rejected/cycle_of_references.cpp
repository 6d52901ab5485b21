// rejects: synth: a key must not take its values from itself through references; leave one reference of the cycle out, or add a free column to a key
// shows: hen
// shows: id
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct hen {
    std::int64_t id{};
};
struct egg {
    std::int64_t id{};
};

template<>
inline constexpr auto synth::table<hen> = synth::describe<hen>(synth::references<&hen::id, &egg::id>());
#if SYNTH_REJECT
template<>
inline constexpr auto synth::table<egg> = synth::describe<egg>(synth::references<&egg::id, &hen::id>());
#endif

int main() { return synth::dataset<synth::schema<hen, egg>>{}.options().seed == 1 ? 0 : 1; }
