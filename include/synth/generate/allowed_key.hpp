// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_KEY_HPP
#define SYNTH_GENERATE_ALLOWED_KEY_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/core/number_range.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/domain_temporal.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/one_element_arrays.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/tried_numbers.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/random/permutation.hpp>

namespace synth {

namespace detail {

// The whole numbers that keys are made of while they suffice: from one on, and the days of 1971 to 2037.
template<whole_numbered Value>
[[nodiscard]] consteval number_range usual_key_numbers() {
    constexpr value_kind kind = kind_of<Value>;
    if constexpr (kind == value_kind::date || kind == value_kind::timestamp) {
        constexpr int128 unit = kind == value_kind::timestamp ? microseconds_in_day : 1;
        return {first_key_day * unit, (first_key_day + key_days) * unit - 1};
    } else if constexpr (kind == value_kind::number || kind == value_kind::interval ||
                         kind == value_kind::time) {
        return {1, no_upper_bound};
    } else {
        return {no_lower_bound, no_upper_bound};
    }
}

} // namespace detail

/// The values that checks allow a column, numbered: what `domain` is for a column without checks.
template<typename Value>
class allowed_domain {
    // Of the parameter, so that only files with such keys pay for it.
    using numbers = detail::lazily<tried_numbers<>, Value>;

public:
    allowed_domain(const interval_set& allowed, const column_plan& plan)
        : numbers_(usual_first(natural(allowed, plan), plan.rows)) {}
    /// Of values of which some may not be allowed those that pass a test.
    template<typename Test>
    allowed_domain(const interval_set& allowed, const column_plan& plan, const Test& test)
        : numbers_(tried(natural(allowed, plan), plan, test)) {
        if (numbers_.empty()) {
            throw refusal(plan,
                          "no key was found that keeps to the checks of the column; give it a generator");
        }
    }

    [[nodiscard]] std::uint64_t last() const { return numbers_.count() - 1; }
    [[nodiscard]] Value at(std::uint64_t index) const { return of_whole_number<Value>(numbers_.at(index)); }
    [[nodiscard]] std::optional<std::uint64_t> index_of(const Value& value) const {
        return numbers_.index_of(whole_number_of<Value>(value));
    }

private:
    [[nodiscard]] static interval_set natural(const interval_set& allowed, const column_plan& plan) {
        const interval_set result = allowed & natural_numbers<Value>(plan);
        if (result.empty()) {
            throw refusal(plan, "the checks of the column allow no value; loosen one of them");
        }
        return result;
    }

    template<typename Test>
    [[nodiscard]] static numbers tried(const interval_set& all, const column_plan& plan, const Test& test) {
        const auto passes = [&test](int128 number) { return test(possible_value::of(number)); };
        const interval_set usual = usual_first(all, plan.rows);
        const numbers result{usual, passes, plan.rows};
        const bool enough = !result.empty() && result.count() >= plan.rows;
        return enough || (usual.low() == all.low() && usual.high() == all.high())
                   ? result
                   : numbers{all, passes, plan.rows};
    }

    // As keys without checks (generate/domain.hpp) while they suffice for the rows.
    [[nodiscard]] static interval_set usual_first(const interval_set& all, std::uint64_t rows) {
        constexpr number_range usual = detail::usual_key_numbers<Value>();
        if constexpr (usual.low <= no_lower_bound) {
            return all;
        } else {
            // Numbers have no upper bound, and are as good as all where they suffice for any table.
            constexpr std::uint64_t enough = (std::uint64_t{1} << 31U) - 1;
            const std::uint64_t wanted = rows == 0 && usual.high >= no_upper_bound ? enough : rows;
            const interval_set some = all & interval_set{usual.low, usual.high};
            return wanted > 0 && some.count() >= wanted ? some : all;
        }
    }

    numbers numbers_;
};

template<std::same_as<std::string> Text>
class allowed_domain<Text> {
    // Of the parameter, so that only files with such keys pay for patterns.
    using texts = allowed_texts<std::conditional_t<std::same_as<Text, std::string>, pattern, void>>;

    using text_list = std::vector<texts>;

public:
    explicit allowed_domain(const texts& values) : texts_{values}, sizes_{values.size()} {}
    /// Texts of several kinds, no two of which have a text in common; as many of each, where it has them.
    allowed_domain(text_list kinds, const column_plan& plan) : texts_(std::move(kinds)) {
        constexpr std::uint64_t enough = (std::uint64_t{1} << 31U) - 1;
        const std::uint64_t most =
            plan.rows == 0 ? ~std::uint64_t{0} / texts_.size() : std::max(plan.rows, enough);
        for (const texts& each : texts_) {
            sizes_.push_back(std::min(each.size(), most));
        }
    }

    [[nodiscard]] std::uint64_t last() const {
        return std::accumulate(sizes_.begin(), sizes_.end(), std::uint64_t{}) - 1;
    }
    [[nodiscard]] auto at(std::uint64_t index) const {
        std::size_t kind = 0;
        for (; kind + 1 < sizes_.size() && index >= sizes_[kind]; ++kind) {
            index -= sizes_[kind];
        }
        const texts& all = texts_[kind];
        chosen_text<view_of<Text>> result;
        if (index < all.constants().size()) {
            result.constant = all.constants()[index];
        } else {
            result.text.emplace(all.others()->at(index - all.constants().size()));
        }
        return result;
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view text) const {
        std::uint64_t before = 0;
        for (std::size_t kind = 0; kind < sizes_.size(); before += sizes_[kind++]) {
            const std::optional<std::uint64_t> place = texts_[kind].index_of(text);
            if (place && *place < sizes_[kind]) {
                return before + *place;
            }
        }
        return std::nullopt;
    }

private:
    text_list texts_;
    detail::lazy_list<std::uint64_t, Text> sizes_;
};

/// Arrays of one element each, which is one of those that checks allow.
template<array_type Array>
class allowed_domain<Array>
    : public one_element_arrays<Array, allowed_domain<value_type_of<element_of<Array>>>> {
public:
    using one_element_arrays<Array, allowed_domain<value_type_of<element_of<Array>>>>::one_element_arrays;
};

/// A key of allowed values: in rising order, or shuffled.
template<typename Value>
class bound_allowed_key {
public:
    bound_allowed_key(const allowed_domain<Value>& values, const column_plan& plan, bool shuffled)
        : values_(values), order_(values.last(), plan.key.child("permutation")), shuffled_(shuffled) {
        require_capacity(plan, values_.last());
    }

    [[nodiscard]] auto at(std::uint64_t index) const { return values_.at(shuffled_ ? order_(index) : index); }
    [[nodiscard]] std::optional<std::uint64_t> row_of(view_of<Value> value) const {
        const std::optional<std::uint64_t> place = values_.index_of(value);
        return place ? std::optional{shuffled_ ? order_.inverse(*place) : *place} : std::nullopt;
    }
    [[nodiscard]] std::uint64_t last() const { return values_.last(); }
    [[nodiscard]] auto least(std::uint64_t) const { return values_.at(0); }
    [[nodiscard]] auto greatest(std::uint64_t rows) const {
        return values_.at(shuffled_ || rows == 0 || rows - 1 > values_.last() ? values_.last() : rows - 1);
    }
    auto operator()(const draw& cell) const { return at(cell.row()); }

private:
    allowed_domain<Value> values_;
    permutation order_;
    bool shuffled_;
};

} // namespace synth

#endif
