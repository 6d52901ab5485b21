// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_STANDARD_OUTPUT_HPP
#define SYNTH_PROGRAM_STANDARD_OUTPUT_HPP

#include <string_view>

#include <synth/sink/output_file.hpp>

#include <unistd.h>

namespace synth {

/// Standard output without a buffer: callers hand over large blocks, and errors are exceptions.
class standard_output {
public:
    static void write(std::string_view block) { write_block(STDOUT_FILENO, block, "standard output"); }
};

} // namespace synth

#endif
