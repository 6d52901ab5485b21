// rejects: synth: a row must not have a base class; repeat its members instead
// SPDX-License-Identifier: BSL-1.0
#include <synth/reflect/fields.hpp>

struct entity {
    int id{};
};
#if SYNTH_REJECT
struct customer : entity {
    int age{};
};
#else
struct customer {
    int id{};
    int age{};
};
#endif

static_assert(synth::field_count<customer> == 2);
