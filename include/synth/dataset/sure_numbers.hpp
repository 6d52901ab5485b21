// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_SURE_NUMBERS_HPP
#define SYNTH_DATASET_SURE_NUMBERS_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <synth/core/interval_set.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/possible_value.hpp>

namespace synth::detail {

// Takes any value, of a column without checks.
struct any_value_test {
    [[nodiscard]] bool operator()(const possible_value&) const { return true; }
};

// Tells whether a value keeps to the checks that a column has for itself.
template<typename Row, std::size_t Column>
using test_of_column =
    std::conditional_t<own_checks<Row, Column>::exist, own_test<Row, Column>, any_value_test>;

// What the checks of a column allow, as far as they are understood: too much, never too little.
template<typename Row, std::size_t Column>
[[nodiscard]] allowed_values allowed_by_checks() {
    if constexpr (own_checks<Row, Column>::exist) {
        return own_checks<Row, Column>::allowed();
    } else {
        return allowed_values::everything();
    }
}

// Numbers that the checks of a column allow for sure: too few, never too many. Where they are not understood
// altogether, the intervals of which a calculation with all their numbers says so.
template<typename Row, std::size_t Column>
[[nodiscard]] interval_set numbers_allowed_for_sure() {
    const allowed_values allowed = allowed_by_checks<Row, Column>();
    if constexpr (own_checks<Row, Column>::exist) {
        if (!allowed.complete || !allowed.values.exact()) {
            const own_test<Row, Column> test;
            interval_set sure;
            for (std::size_t index = 0; index < allowed.values.interval_count(); ++index) {
                possible_value all;
                all.low = allowed.values[index].low;
                all.high = allowed.values[index].high;
                sure = test.holds(all) ? sure | interval_set{all.low, all.high} : sure;
            }
            return sure;
        }
    }
    return allowed.values;
}

// The same numbers, for lack of a better answer taken for those that are asked for.
[[nodiscard]] inline interval_set taken_as_exact(const interval_set& some) {
    interval_set all;
    for (std::size_t index = 0; index < some.interval_count(); ++index) {
        all = all | interval_set{some[index].low, some[index].high};
    }
    return some.is_gapless() ? all : all & interval_set::every(some.recurring());
}

// Whether a set has all numbers of a kind, as far as that is known.
[[nodiscard]] inline bool has_all(const interval_set& set, const interval_set& kind) {
    if (!set.exact()) {
        return false;
    }
    if (set.is_gapless()) {
        return (kind & !set).empty();
    }
    const interval_set both = kind & set;
    return both.exact() && kind.count() < std::numeric_limits<std::uint64_t>::max() &&
           both.count() == kind.count();
}

} // namespace synth::detail

#endif
