// SPDX-License-Identifier: BSL-1.0
// What a compressed text says, by the library's own decompression.
#ifndef SYNTH_TESTS_PROGRAM_ZSTD_TEXT_HPP
#define SYNTH_TESTS_PROGRAM_ZSTD_TEXT_HPP

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <zstd.h>

namespace zstd_text {

// Of all frames; throws where the last is not complete or a checksum is wrong.
inline std::string decompressed(std::string_view bytes) {
    const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context{ZSTD_createDCtx(), ZSTD_freeDCtx};
    std::string text;
    std::vector<char> room(ZSTD_DStreamOutSize());
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    std::size_t wanted = 1;
    bool full = false;
    while (input.pos < input.size || full) {
        ZSTD_outBuffer output{room.data(), room.size(), 0};
        wanted = ZSTD_decompressStream(context.get(), &output, &input);
        if (ZSTD_isError(wanted) != 0) {
            throw std::runtime_error{ZSTD_getErrorName(wanted)};
        }
        text.append(room.data(), output.pos);
        full = output.pos == output.size;
    }
    if (wanted != 0) {
        throw std::runtime_error{"the last frame is not complete"};
    }
    return text;
}

} // namespace zstd_text

#endif
