// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_ZSTD_OUTPUT_HPP
#define SYNTH_PROGRAM_ZSTD_OUTPUT_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <synth/sink/output_file.hpp>

#include <zstd.h>
#include <zstd_errors.h>

namespace synth {

/// The levels of compression that are offered. Smaller ones save nothing in time, larger ones need gigabytes.
struct zstd_levels {
    static constexpr int fastest = -7;
    static constexpr int usual = 3;
    static constexpr int smallest = 19;
};

/// Compresses what is written and hands it to `next.write(bytes)`, as one frame of Zstandard (RFC 8878) with
/// a checksum. Threads of its own compress, so that the caller makes rows meanwhile; the bytes are the same
/// for any number of them. Frames one behind another are the compressed whole, so parts still concatenate.
template<typename Output>
class zstd_output {
public:
    zstd_output(Output& next, int level, unsigned threads)
        : next_(next), context_(ZSTD_createCCtx()), room_(ZSTD_CStreamOutSize()) {
        if (context_ == nullptr) {
            throw std::bad_alloc{};
        }
        set(ZSTD_c_compressionLevel, level);
        set(ZSTD_c_checksumFlag, 1);
        // A library that was built without threads has room for none, and compresses on the caller's.
        set(ZSTD_c_nbWorkers, std::min(static_cast<int>(std::max(threads, 1U)),
                                       ZSTD_cParam_getBounds(ZSTD_c_nbWorkers).upperBound));
    }

    void write(std::string_view block) {
        ZSTD_inBuffer input{block.data(), block.size(), 0};
        while (input.pos < input.size) {
            hand_on(input, ZSTD_e_continue);
        }
    }

    /// Ends the frame. Without it the bytes are not complete, and decompression says so.
    void finish() {
        ZSTD_inBuffer nothing{nullptr, 0, 0};
        while (hand_on(nothing, ZSTD_e_end) != 0) {
        }
    }

    /// How many compressed bytes have been handed on.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    struct release {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); } // waits for its threads
    };

    // What is left to be flushed.
    std::size_t hand_on(ZSTD_inBuffer& input, ZSTD_EndDirective directive) {
        ZSTD_outBuffer output{room_.data(), room_.size(), 0};
        const std::size_t left = required(ZSTD_compressStream2(context_.get(), &output, &input, directive));
        if (output.pos > 0) {
            next_.write(std::string_view{room_.data(), output.pos});
            bytes_ += output.pos;
        }
        return left;
    }

    void set(ZSTD_cParameter parameter, int value) {
        required(ZSTD_CCtx_setParameter(context_.get(), parameter, value));
    }

    static std::size_t required(std::size_t result) {
        if (ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation) {
            throw std::bad_alloc{};
        }
        if (ZSTD_isError(result) != 0) {
            throw output_error{std::string{"cannot compress: "} + ZSTD_getErrorName(result)};
        }
        return result;
    }

    Output& next_;
    std::unique_ptr<ZSTD_CCtx, release> context_;
    std::vector<char> room_;
    std::uint64_t bytes_ = 0;
};

} // namespace synth

#endif
