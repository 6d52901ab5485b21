// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_RANGE_BINARY_HPP
#define SYNTH_SINK_RANGE_BINARY_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include <synth/core/big_endian.hpp>
#include <synth/schema/range.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// A byte of flags, then each bound that there is with its length. The element's type is not sent, so ranges
/// of a user's own have the same form.
template<typename Element>
struct binary_form<range<Element>> {
    static constexpr std::size_t fixed_size = 0;

    static std::size_t bound(const range<Element>& value) {
        return 1 + bound_of(value.lower) + bound_of(value.upper);
    }
    static char* write(char* out, const range<Element>& value) {
        // PostgreSQL's own: RANGE_EMPTY, RANGE_LB_INC, RANGE_UB_INC, RANGE_LB_INF, RANGE_UB_INF.
        const unsigned lower = flag(value.lower.has_value(), value.lower_inclusive, 8U, 2U);
        const unsigned upper = flag(value.upper.has_value(), value.upper_inclusive, 16U, 4U);
        *out++ = static_cast<char>(value.empty ? 1U : lower | upper);
        return value.empty ? out : put(put(out, value.lower), value.upper);
    }

private:
    static unsigned flag(bool bounded, bool inclusive, unsigned infinite, unsigned included) {
        if (!bounded) {
            return infinite;
        }
        return inclusive ? included : 0U;
    }
    static std::size_t bound_of(const std::optional<Element>& end) {
        return end ? length_size + binary_form<Element>::bound(*end) : 0;
    }
    static char* put(char* out, const std::optional<Element>& end) {
        if (!end) {
            return out;
        }
        char* const payload = out + length_size;
        char* const last = binary_form<Element>::write(payload, *end);
        store_big_endian(out, static_cast<std::uint32_t>(last - payload));
        return last;
    }

    static constexpr std::size_t length_size = 4;
};

/// The number of ranges, then each with its length.
template<typename Element>
struct binary_form<multirange<Element>> {
    static constexpr std::size_t fixed_size = 0;

    static std::size_t bound(std::span<const range<Element>> ranges) {
        std::size_t total = length_size;
        for (const range<Element>& each : ranges) {
            total += length_size + binary_form<range<Element>>::bound(each);
        }
        return total;
    }
    static char* write(char* out, std::span<const range<Element>> ranges) {
        out = store_big_endian(out, static_cast<std::uint32_t>(ranges.size()));
        for (const range<Element>& each : ranges) {
            char* const payload = out + length_size;
            char* const last = binary_form<range<Element>>::write(payload, each);
            store_big_endian(out, static_cast<std::uint32_t>(last - payload));
            out = last;
        }
        return out;
    }

private:
    static constexpr std::size_t length_size = 4;
};

} // namespace synth

#endif
