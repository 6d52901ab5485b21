// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WANTED_TRUTH_HPP
#define SYNTH_GENERATE_WANTED_TRUTH_HPP

#include <array>
#include <cstddef>
#include <cstdint>

#include <synth/generate/possible_value.hpp>

namespace synth {

/// What is asked of a condition: that it be true, or only that it be not false, as a check asks.
enum class wanted_truth : std::uint8_t { is_true, not_false, is_false, not_true };

[[nodiscard]] constexpr bool wants_truth(wanted_truth wanted) {
    return wanted == wanted_truth::is_true || wanted == wanted_truth::not_false;
}

[[nodiscard]] constexpr bool takes_unknown(wanted_truth wanted) {
    return wanted == wanted_truth::not_false || wanted == wanted_truth::not_true;
}

/// What is asked of a condition where it is asked of NOT the condition.
[[nodiscard]] constexpr wanted_truth opposite(wanted_truth wanted) {
    constexpr std::array table{wanted_truth::is_false, wanted_truth::not_true, wanted_truth::is_true,
                               wanted_truth::not_false};
    return table[static_cast<std::size_t>(wanted)];
}

/// Whether a truth may be what is asked, and whether it may be something else.
[[nodiscard]] constexpr bool may_serve(const possible_value& truth, wanted_truth wanted) {
    return (wants_truth(wanted) ? truth.may_be_true() : truth.may_be_false()) ||
           (takes_unknown(wanted) && truth.may_be_null);
}
[[nodiscard]] constexpr bool may_fail(const possible_value& truth, wanted_truth wanted) {
    return (wants_truth(wanted) ? truth.may_be_false() : truth.may_be_true()) ||
           (truth.may_be_null && !takes_unknown(wanted));
}

} // namespace synth

#endif
