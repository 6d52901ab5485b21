// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_FIXED_STRING_HPP
#define SYNTH_CORE_FIXED_STRING_HPP

#include <cstddef>
#include <string_view>

namespace synth {

/// A string that can be a template argument, so that a compiler prints it in a message.
template<std::size_t Size>
struct fixed_string {
    char text[Size + 1]{};

    constexpr fixed_string() = default;
    constexpr explicit(false) fixed_string(const char (&literal)[Size + 1]) { assign({literal, Size}); }
    constexpr explicit fixed_string(std::string_view view) { assign(view); }

    [[nodiscard]] constexpr std::string_view view() const { return {text, Size}; }

private:
    constexpr void assign(std::string_view source) {
        for (std::size_t index = 0; index < Size; ++index) {
            text[index] = source[index];
        }
    }
};

template<std::size_t Extent>
fixed_string(const char (&)[Extent]) -> fixed_string<Extent - 1>;

} // namespace synth

#endif
