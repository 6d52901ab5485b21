// rejects: synth: a row must not have a C array; write std::string, std::vector or synth::bytes
// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <synth/reflect/fields.hpp>

struct customer {
    int id{};
#if SYNTH_REJECT
    char code[8]{};
#else
    std::string code;
#endif
};

static_assert(synth::field_count<customer> >= 2);
