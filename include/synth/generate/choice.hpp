// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_CHOICE_HPP
#define SYNTH_GENERATE_CHOICE_HPP

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/known_text.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/literal.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/draw.hpp>

namespace synth {

namespace detail {

// The literals of an array as a column keeps them.
template<typename Value, typename Literal, std::size_t Size>
[[nodiscard]] auto bind_literals(const std::array<Literal, Size>& values, const column_plan& plan) {
    return [&]<std::size_t... Indices>(std::index_sequence<Indices...>) {
        return std::array{bind_literal<Value>(values[Indices], plan)...};
    }(std::make_index_sequence<Size>{});
}

template<typename Value, typename Held, std::size_t Size>
class bound_choice {
public:
    explicit bound_choice(const std::array<Held, Size>& values) : values_{values} {}
    view_of<Value> operator()(draw& cell) const { return value(draw_index(cell)); }

    [[nodiscard]] std::uint64_t value_count() const { return Size; }
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(draw& cell) const { return cell.below(Size); }
    [[nodiscard]] view_of<Value> value(std::uint64_t index) const {
        return show_literal<Value>(values_[index]);
    }

private:
    std::array<Held, Size> values_;
};

// Short texts lie beside each other with room behind them, so that a writer may copy more than it needs.
template<std::convertible_to<std::string_view> Held, std::size_t Size>
class bound_choice<std::string, Held, Size> {
public:
    explicit bound_choice(const std::array<Held, Size>& values) : values_{values} {
        for (std::size_t index = 0; index < Size; ++index) {
            const std::string_view text = values_[index];
            padded& copy = padded_[index];
            if (text.size() <= copy.bytes.size() - known_text::padding && is_clean(text)) {
                copy.size = static_cast<std::uint32_t>(text.size());
                text.copy(copy.bytes.data(), text.size());
            }
        }
    }

    known_text operator()(draw& cell) const { return value(draw_index(cell)); }

    [[nodiscard]] std::uint64_t value_count() const { return Size; }
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(draw& cell) const { return cell.below(Size); }
    [[nodiscard]] known_text value(std::uint64_t index) const {
        if (const padded& copy = padded_[index]; copy.size > 0) [[likely]] {
            return {copy.bytes.data(), copy.size, true};
        }
        const std::string_view text = values_[index];
        return {text.data(), static_cast<std::uint32_t>(text.size()), false};
    }

private:
    struct padded {
        std::array<char, 28 + known_text::padding> bytes{};
        std::uint32_t size{}; // 0: the text is long or not clean
    };

    std::array<Held, Size> values_;
    std::array<padded, Size> padded_{};
};

} // namespace detail

/// One of the given values, each equally likely: `choice("red", "green", "blue")`, `choice(1, 2, 5)`. Also of
/// an array, for long lists: `choice(std::to_array<std::string_view>({…}))`.
template<typename Literal, std::size_t Size>
class choice {
public:
    static_assert(Size > 0);

    constexpr explicit choice(const std::array<Literal, Size>& values) : values_{values} {}
    template<typename... Values>
        requires(sizeof...(Values) == Size && (std::convertible_to<Values, Literal> && ...))
    constexpr explicit choice(Values... values) : values_{static_cast<Literal>(values)...} {}

    template<typename Value>
        requires literal_for<Literal, Value>
    [[nodiscard]] auto bind(const column_plan& plan) const {
        const auto held = detail::bind_literals<Value>(values_, plan);
        return detail::bound_choice<Value, std::remove_cvref_t<decltype(held[0])>, Size>{held};
    }

    [[nodiscard]] std::string describe() const {
        return "one of " + std::to_string(Size) + " values: " + text_of(values_[0]) +
               (Size > 1 ? ", ..." : "");
    }

private:
    std::array<Literal, Size> values_;
};

template<typename First, typename... Rest>
choice(First, Rest...) -> choice<literal<std::common_type_t<First, Rest...>>, 1 + sizeof...(Rest)>;
template<typename Value, std::size_t Size>
choice(std::array<Value, Size>) -> choice<Value, Size>;

} // namespace synth

#endif
