// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_NULLS_HPP
#define SYNTH_GENERATE_NULLS_HPP

#include <synth/core/plan_error.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

/// The share of rows in which a nullable column is NULL.
struct null_rate {
    double share{};

    /// Of a column its type, of a reference the types of its columns.
    template<typename... Types>
    static consteval bool suits() {
        constexpr bool optional = (nullable<Types> || ...);
        static_assert(optional,
                      "synth: a column with nulls must be optional; write std::optional around the member's "
                      "type, or remove nulls");
        return optional;
    }
};

/// A column option: `column<&customer::email>(nulls(0.1))` leaves one e-mail in ten out. In a constexpr table
/// a share outside [0, 1] does not compile.
[[nodiscard]] constexpr null_rate nulls(double share) {
    // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN is refused, too.
    if (!(share >= 0.0 && share <= 1.0)) {
        throw plan_error{"nulls(share) must lie between 0 and 1"};
    }
    return {share};
}

} // namespace synth

#endif
