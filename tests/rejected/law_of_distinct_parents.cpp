// rejects: synth: a reference whose parents a key keeps distinct must not have a law; remove the law, or the key
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/zipf.hpp>

struct customer {
    std::int64_t id{};
};
struct profile {
    std::int64_t id{};
    std::int64_t customer_id{};
};

template<>
inline constexpr auto synth::table<profile> =
    synth::describe<profile>(synth::unique<&profile::customer_id>(),
#if SYNTH_REJECT
                             synth::references<&profile::customer_id, &customer::id>(synth::zipf(1.1)));
#else
                             synth::references<&profile::customer_id, &customer::id>());
#endif

int main() { return synth::dataset<synth::schema<customer, profile>>{}.options().seed == 1 ? 0 : 1; }
