// rejects: synth: a row must be default constructible; give the member that is not an initializer
// SPDX-License-Identifier: BSL-1.0
#include <optional>

#include <synth/reflect/fields.hpp>

struct money {
    explicit money(int cents) : value(cents) {}
    int value;
};
struct customer {
#if SYNTH_REJECT
    money balance;
#else
    std::optional<money> balance;
#endif
};

static_assert(synth::field_count<customer> == 1);
