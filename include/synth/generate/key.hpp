// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_KEY_HPP
#define SYNTH_GENERATE_KEY_HPP

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>

#include <synth/generate/domain.hpp>
#include <synth/generate/generator.hpp>
#include <synth/random/permutation.hpp>

namespace synth {

/// A bound generator that is a bijection between row numbers and values: no two rows share a value, and
/// `row_of(at(index)) == index`. `last()` is the greatest row number it serves; `row_of` is empty for a value
/// that is no key.
template<typename Key, typename Value>
concept key_generator = requires(const Key& key, std::uint64_t index, view_of<Value> value) {
    static_cast<view_of<Value>>(key.at(index));
    { key.row_of(value) } -> std::same_as<std::optional<std::uint64_t>>;
    { key.last() } -> std::same_as<std::uint64_t>;
};

/// A description that binds to a key_generator.
template<typename Description, typename Value>
concept key_for = requires(const Description& description, const column_plan& plan) {
    { description.template bind<Value>(plan) } -> key_generator<Value>;
};

/// Refuses a plan with more rows than a key has values, naming both numbers.
inline void require_capacity(const column_plan& plan, std::uint64_t last) {
    if (plan.rows != 0 && plan.rows - 1 > last) {
        const std::string capacity = std::to_string(last + 1);
        throw refusal(plan, std::to_string(plan.rows) +
                                " rows need as many distinct values, but the column has only " + capacity +
                                "; plan at most " + capacity + " rows or widen the column");
    }
}

namespace detail {

template<typename Value>
class bound_permuted_key {
public:
    bound_permuted_key(const domain<Value>& values, stream_key key)
        : values_{values}, order_{values.last(), key.child("permutation")} {}

    [[nodiscard]] auto at(std::uint64_t index) const { return values_.at(order_(index)); }
    [[nodiscard]] std::optional<std::uint64_t> row_of(view_of<Value> value) const {
        const std::optional<std::uint64_t> place = values_.index_of(value);
        return place ? std::optional{order_.inverse(*place)} : std::nullopt;
    }
    [[nodiscard]] std::uint64_t last() const { return values_.last(); }
    /// The bounds of the values, for columns that repeat them; any number of rows may reach them.
    [[nodiscard]] auto least(std::uint64_t) const { return values_.at(0); }
    [[nodiscard]] auto greatest(std::uint64_t) const { return values_.at(values_.last()); }
    auto operator()(const draw& cell) const { return at(cell.row()); }

private:
    domain<Value> values_;
    permutation order_;
};

} // namespace detail

/// The key of a unique column: the values of the column's domain in a shuffled order. The order depends on
/// the seed, the table and the column, never on the number of rows, so a table keeps its keys as it grows.
/// `permuted_key(1'000, 9'999)` shuffles these integers only.
class permuted_key {
public:
    constexpr permuted_key() = default;
    constexpr permuted_key(std::int64_t low, std::int64_t high) : low_{low}, high_{high}, bounded_{true} {}

    template<has_domain Value>
    [[nodiscard]] detail::bound_permuted_key<Value> bind(const column_plan& plan) const {
        const domain<Value> values = select<Value>(plan);
        require_capacity(plan, values.last());
        return {values, plan.key};
    }

    [[nodiscard]] std::string describe() const {
        return bounded_ ? "permuted key of " + std::to_string(low_) + " to " + std::to_string(high_)
                        : "permuted key";
    }

private:
    template<typename Value>
    [[nodiscard]] domain<Value> select(const column_plan& plan) const {
        if (bounded_) {
            if constexpr (std::constructible_from<domain<Value>, const column_plan&, std::int64_t,
                                                  std::int64_t>) {
                return domain<Value>{plan, low_, high_};
            } else {
                throw refusal(plan, "permuted_key(low, high) is for integers; use permuted_key() here");
            }
        }
        return domain<Value>{plan};
    }

    std::int64_t low_{};
    std::int64_t high_{};
    bool bounded_{};
};

} // namespace synth

#endif
