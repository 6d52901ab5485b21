// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WITHIN_CONSTANTS_HPP
#define SYNTH_GENERATE_WITHIN_CONSTANTS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/random/draw.hpp>
#include <synth/schema/uuid.hpp>

namespace synth {

/// Reads "dead0000-0000-0000-0000-000000000000", as PostgreSQL writes it.
[[nodiscard]] constexpr std::optional<uuid> uuid_of_text(std::string_view text) {
    uuid value;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        if (dash && text[at] == '-') {
            continue;
        }
        constexpr std::string_view known = "0123456789abcdef0123456789ABCDEF";
        const std::size_t digit = known.find(text[at]);
        if (dash || digit == std::string_view::npos || digits == 32) {
            return std::nullopt;
        }
        std::uint8_t& byte = value.bytes[digits++ / 2];
        byte = static_cast<std::uint8_t>(std::size_t{byte} * 16 + digit % 16);
    }
    return digits == 32 ? std::optional{value} : std::nullopt;
}

/// A generator of a type of which checks know nothing but constants: it stays as it is where other values are
/// allowed, else it gives one of the constants.
template<typename Value, typename Bound>
class bound_within_constants {
public:
    /// Without constants everything is allowed.
    bound_within_constants(const Bound& base, std::vector<Value> constants)
        : base_(base), constants_(std::move(constants)) {}

    Value operator()(draw& cell) const {
        return constants_.empty() ? static_cast<Value>(base_(cell))
                                  : constants_[cell.below(constants_.size())];
    }

private:
    Bound base_;
    std::vector<Value> constants_;
};

} // namespace synth

#endif
