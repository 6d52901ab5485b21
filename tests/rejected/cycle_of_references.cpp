// rejects: synth: references must not form a cycle; leave one of them out of the descriptions
// shows: hen
// shows: egg
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct hen {
    std::int64_t id{};
    std::int64_t egg_id{};
};
struct egg {
    std::int64_t id{};
    std::int64_t hen_id{};
};

template<>
inline constexpr auto synth::table<hen> = synth::describe<hen>(synth::references<&hen::egg_id, &egg::id>());
#if SYNTH_REJECT
template<>
inline constexpr auto synth::table<egg> = synth::describe<egg>(synth::references<&egg::hen_id, &hen::id>());
#endif

int main() { return synth::dataset<synth::schema<hen, egg>>{}.options().seed == 1 ? 0 : 1; }
