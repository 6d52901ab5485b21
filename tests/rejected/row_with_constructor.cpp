// rejects: synth: a row must be an aggregate: a struct without constructors, private members or virtual functions
// SPDX-License-Identifier: BSL-1.0
#include <synth/reflect/fields.hpp>

struct customer {
#if SYNTH_REJECT
    explicit customer(int number) : id(number) {}
#endif
    int id{};
};

static_assert(synth::field_count<customer> == 1);
