// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WEIGHTED_HPP
#define SYNTH_GENERATE_WEIGHTED_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

#include <synth/core/plan_error.hpp>
#include <synth/generate/choice.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/literal.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/alias_table.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

/// A value and how often it comes, in relation to the others: `share{"red", 3}`.
template<typename Literal>
struct share {
    Literal value;
    double weight;

    constexpr share(Literal literal, double relative) : value{literal}, weight{relative} {}
};

template<typename Literal, typename Weight>
share(Literal, Weight) -> share<literal<Literal>>;

/// Weights as integers for an alias table: the same ratios, the largest below 2^48; whole weights keep theirs
/// exactly. A weight that is negative, infinite or not a number does not compile in a constexpr table.
template<std::size_t Size>
[[nodiscard]] constexpr std::array<std::uint64_t, Size>
integer_weights(const std::array<double, Size>& weights) {
    double largest = 0;
    for (const double weight : weights) {
        // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN is refused, too.
        if (!(weight >= 0 && weight - weight == 0)) {
            throw plan_error{"weights must be finite and not negative"};
        }
        largest = weight > largest ? weight : largest;
    }
    if (largest == 0) {
        throw plan_error{"weights must not all be zero"};
    }
    // The exponent of a double is 52 less than its size, so this brings the largest to 2^47 or more.
    const int shift = -5 - to_fixed(largest).exponent;
    std::array<std::uint64_t, Size> result{};
    for (std::size_t index = 0; index < Size; ++index) {
        const fixed weight = to_fixed(weights[index]);
        result[index] = static_cast<std::uint64_t>(to_int64({weight.value, weight.exponent + shift}));
    }
    return result;
}

namespace detail {

template<typename Value, typename Held, std::size_t Size>
class bound_weighted {
public:
    bound_weighted(const std::array<Held, Size>& values, const std::array<std::uint64_t, Size>& weights)
        : values_{values}, table_{weights} {}
    view_of<Value> operator()(draw& cell) const { return value(draw_index(cell)); }

    [[nodiscard]] std::uint64_t value_count() const { return Size; }
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(draw& cell) const {
        return table_.pick(cell.word());
    }
    [[nodiscard]] view_of<Value> value(std::uint64_t index) const {
        return show_literal<Value>(values_[index]);
    }

private:
    std::array<Held, Size> values_;
    alias_table<Size> table_;
};

} // namespace detail

/// One of the given values, each as often as its weight says: `weighted(share{"red", 3}, share{"blue", 1})`.
template<typename Literal, std::size_t Size>
class weighted {
public:
    static_assert(Size > 0);

    template<typename... Literals>
        requires(sizeof...(Literals) == Size)
    constexpr explicit weighted(const share<Literals>&... shares)
        : values_{static_cast<Literal>(shares.value)...},
          weights_{integer_weights<Size>({shares.weight...})} {}

    template<typename Value>
        requires literal_for<Literal, Value>
    [[nodiscard]] auto bind(const column_plan& plan) const {
        const auto held = detail::bind_literals<Value>(values_, plan);
        return detail::bound_weighted<Value, std::remove_cvref_t<decltype(held[0])>, Size>{held, weights_};
    }

    [[nodiscard]] std::string describe() const {
        return "one of " + std::to_string(Size) + " weighted values: " + text_of(values_[0]) +
               (Size > 1 ? ", ..." : "");
    }

private:
    std::array<Literal, Size> values_;
    std::array<std::uint64_t, Size> weights_;
};

template<typename First, typename... Rest>
weighted(share<First>, share<Rest>...) -> weighted<std::common_type_t<First, Rest...>, 1 + sizeof...(Rest)>;

} // namespace synth

#endif
