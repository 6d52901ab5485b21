// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_LINEAR_FORM_HPP
#define SYNTH_INTROSPECT_LINEAR_FORM_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <synth/core/integer.hpp>

#include "catalog.hpp"

namespace synth::introspect {

/// Columns by their index, and how often each is in a sum. Numbers count in millionths, days and moments in
/// microseconds: a column of whole numbers is there a million times.
using column_sum = std::map<std::size_t, int128>;

inline constexpr int128 units_of_number = 1'000'000;
inline constexpr int128 units_of_day = int128{86'400} * 1'000'000;

/// What one more of a column's values is: 10,000 for a numeric(8, 2). Nothing where sums of its values are
/// not understood.
[[nodiscard]] std::optional<int128> unit_of_column(const value_type& type);

/// An SQL expression as a sum of columns and a constant: `check_in + 7`. Months are 28 to 31 days long.
struct linear_form {
    enum class kind_of_sum { number, days, date, moment, span };

    kind_of_sum kind{};
    column_sum columns{}; ///< none of them zero times
    int128 low = 0;       ///< of the constant
    int128 high = 0;
};

/// `value` is the column that VALUE is, in the check of a domain. Nothing for what is no such sum.
[[nodiscard]] std::optional<linear_form> linear_form_of(const std::string& expression, const table& of,
                                                        engine from,
                                                        std::optional<std::size_t> value = std::nullopt);

/// `left - right`; nothing where SQL has no such difference.
[[nodiscard]] std::optional<linear_form> difference(const linear_form& left, const linear_form& right);

/// What the checks of a table say of sums of its columns, as far as they are comparisons that all rows keep.
class known_limits {
public:
    struct limits {
        std::optional<int128> low{};
        std::optional<int128> high{};
    };

    /// `kept`: the checks to be looked at, by their index.
    known_limits(const table& of, engine from, const std::set<std::size_t>& kept);

    /// Where the sum lies in every row.
    [[nodiscard]] limits of(const column_sum& sum) const;

    /// The number of which an integer column is a multiple in every row, `column % 15 = 0`; else 1.
    [[nodiscard]] int128 grain_of(std::size_t column) const;

private:
    struct known {
        column_sum sum{};
        limits within{};
    };

    std::vector<known> all_;
    std::map<std::size_t, std::int64_t> grains_;
};

} // namespace synth::introspect

#endif
