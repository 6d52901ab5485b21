// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PROGRAM_HPP
#define SYNTH_PROGRAM_PROGRAM_HPP

#include <string>
#include <vector>

#include <synth/program/run.hpp>
#include <synth/program/typed_schema.hpp>

namespace synth {

/// The command line of one schema: gen, load, verify, explain and graph. It is a whole main:
/// `int main(int argc, char** argv) { return synth::program<shop::schema>(argc, argv); }`
template<typename Schema>
[[nodiscard]] int program(int argc, char** argv) {
    return run(typed_schema<Schema>{}, std::vector<std::string>(argv, argv + argc));
}

} // namespace synth

#endif
