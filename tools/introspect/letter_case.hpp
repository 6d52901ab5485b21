// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_LETTER_CASE_HPP
#define SYNTH_INTROSPECT_LETTER_CASE_HPP

#include <string>
#include <string_view>
#include <vector>

namespace synth::introspect {

/// What the regular expressions among the checks of a column, in C++, say of the case of its letters.
struct letter_case {
    bool both = false; ///< texts of small and of large letters meet them
    std::string
        condition{}; ///< in C++, that all letters are of one case; empty where too few texts would be left
};

/// Of a column that is written as `subject` in its checks. Patterns that cannot be read tell nothing.
[[nodiscard]] letter_case case_of_checks(const std::vector<std::string_view>& checks,
                                         const std::string& subject);

/// Whether checks of a column ask for nothing but lengths, so that its keys have the letters of which synth
/// makes them: small ones and digits.
[[nodiscard]] bool leaves_letters(const std::vector<std::string_view>& checks, const std::string& subject);

} // namespace synth::introspect

#endif
