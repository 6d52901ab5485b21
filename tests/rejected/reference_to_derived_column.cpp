// rejects: synth: a derived column must not be what a reference repeats; give it a generator, or leave the reference out
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/derived_value.hpp>

struct account {
    std::int64_t id{};
    std::int64_t code{};
};
struct booking {
    std::int64_t id{};
    std::int64_t account_id{};
    std::int64_t code{};
};

template<>
inline constexpr auto synth::table<account> = synth::describe<account>(
#if SYNTH_REJECT
    synth::column<&account::code>(synth::derive<&account::id>([](std::int64_t id) { return id * 2; })),
#endif
    synth::unique<&account::id, &account::code>());
template<>
inline constexpr auto synth::table<booking> =
    synth::describe<booking>(synth::references<synth::columns<&booking::account_id, &booking::code>,
                                               synth::columns<&account::id, &account::code>>());

int main() {
    return synth::dataset<synth::schema<account, booking>>{}.row<booking>(0).account_id > 0 ? 0 : 1;
}
