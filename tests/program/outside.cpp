// SPDX-License-Identifier: BSL-1.0
#include "outside.hpp"

#include <synth/program/typed_schema.hpp>

const synth::program_schema& outside::described() {
    static const synth::typed_schema<outside::schema> schema;
    return schema;
}
