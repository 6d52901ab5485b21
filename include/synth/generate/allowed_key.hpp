// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_KEY_HPP
#define SYNTH_GENERATE_ALLOWED_KEY_HPP

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include <synth/core/interval_set.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/random/permutation.hpp>

namespace synth {

/// The values that checks allow a column, numbered: what `domain` is for a column without checks.
template<typename Value>
class allowed_domain {
public:
    allowed_domain(const interval_set& allowed, const column_plan& plan)
        : numbers_(positive_first(allowed & natural_numbers<Value>(plan))) {
        if (numbers_.empty()) {
            throw refusal(plan, "the checks of the column allow no value; loosen one of them");
        }
    }

    [[nodiscard]] std::uint64_t last() const { return numbers_.count() - 1; }
    [[nodiscard]] Value at(std::uint64_t index) const { return of_whole_number<Value>(numbers_.at(index)); }
    [[nodiscard]] std::optional<std::uint64_t> index_of(const Value& value) const {
        return numbers_.index_of(whole_number_of<Value>(value));
    }

private:
    // Keys are counted from one where that leaves enough of them.
    [[nodiscard]] static interval_set positive_first(const interval_set& numbers) {
        constexpr std::uint64_t enough = std::uint64_t{1} << 31U;
        const interval_set positive = numbers & interval_set{1, no_upper_bound};
        return positive.count() >= enough || positive.count() == numbers.count() ? positive : numbers;
    }

    interval_set numbers_;
};

template<std::same_as<std::string> Text>
class allowed_domain<Text> {
    // Of the parameter, so that only files with such keys pay for patterns.
    using texts = allowed_texts<std::conditional_t<std::same_as<Text, std::string>, pattern, void>>;

public:
    explicit allowed_domain(const texts& values) : texts_(values) {}

    [[nodiscard]] std::uint64_t last() const { return texts_.size() - 1; }
    [[nodiscard]] auto at(std::uint64_t index) const {
        chosen_text<view_of<Text>> result;
        if (index < texts_.constants().size()) {
            result.constant = texts_.constants()[index];
        } else {
            result.text.emplace(texts_.others()->at(index - texts_.constants().size()));
        }
        return result;
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view text) const {
        return texts_.index_of(text);
    }

private:
    texts texts_;
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
