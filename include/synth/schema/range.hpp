// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_RANGE_HPP
#define SYNTH_SCHEMA_RANGE_HPP

#include <optional>
#include <vector>

namespace synth {

/// A range of PostgreSQL: `range<date>::of(date::of(2025, 1, 1), date::of(2025, 1, 8))` is a week as
/// `[2025-01-01,2025-01-08)`. A bound that is missing has no end. int4range, int8range, numrange, tsrange,
/// tstzrange and daterange by the element; a range type of a user's own says so with `sql_type`.
template<typename Element>
struct range {
    std::optional<Element> lower{};
    std::optional<Element> upper{};
    bool lower_inclusive{true};
    bool upper_inclusive{false};
    bool empty{};

    /// From `lower` to the last before `upper`.
    [[nodiscard]] static constexpr range of(const Element& lower, const Element& upper) {
        return {lower, upper, true, false, false};
    }
    /// The range that holds nothing.
    [[nodiscard]] static constexpr range nothing() { return {{}, {}, false, false, true}; }

    bool operator==(const range&) const = default;
};

/// Ranges in their order, none touching the next: int4multirange and its kin, of PostgreSQL 14 and later:
/// `multirange<std::int32_t>{{range<std::int32_t>::of(1, 3), range<std::int32_t>::of(7, 9)}}`.
template<typename Element>
struct multirange {
    std::vector<range<Element>> ranges{};

    bool operator==(const multirange&) const = default;
};

} // namespace synth

#endif
