// SPDX-License-Identifier: BSL-1.0
#include "odd.hpp"

#include <synth/program/typed_schema.hpp>

const synth::program_schema& odd::described() {
    static const synth::typed_schema<schema> described;
    return described;
}
