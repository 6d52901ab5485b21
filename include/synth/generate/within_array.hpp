// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WITHIN_ARRAY_HPP
#define SYNTH_GENERATE_WITHIN_ARRAY_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include <synth/core/interval_set.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/within.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

/// An array of as many elements as checks ask for; it shows itself as a std::span. Those of `bool` have no
/// std::vector with elements in memory, so they are of a few at most.
template<typename Element>
class kept_array {
public:
    static constexpr std::size_t most = std::is_same_v<Element, bool> ? 64 : 1'000'000'000;

    explicit kept_array(std::size_t size) : size_(size) {
        if constexpr (!std::is_same_v<Element, bool>) {
            elements_.resize(size);
        }
    }

    [[nodiscard]] Element& operator[](std::size_t index) { return elements_[index]; }
    [[nodiscard]] std::span<const Element> view() const { return {elements_.data(), size_}; }
    explicit(false) operator std::span<const Element>() const { return view(); }

private:
    std::conditional_t<std::is_same_v<Element, bool>, std::array<bool, most>, std::vector<Element>>
        elements_{};
    std::size_t size_;
};

/// So many elements of what a generator of arrays makes, one array after the other; those that it does not
/// make are the values of no bytes.
template<array_type Value, typename Generator>
[[nodiscard]] kept_array<element_of<Value>> array_of_length(const Generator& generator, draw& words,
                                                            std::size_t length) {
    constexpr unsigned most_empty = 64; // arrays without elements in a row
    kept_array<element_of<Value>> result{length};
    std::size_t filled = 0;
    for (unsigned empty = 0; filled < length && empty < most_empty; ++empty) {
        const auto made = generator(words);
        for (const auto& each : static_cast<view_of<Value>>(made)) {
            if (filled < length) {
                result[filled++] = each;
                empty = 0;
            }
        }
    }
    return result;
}

/// Elements of arrays as their type has them, all of which will do.
template<typename Element, typename Generator>
struct any_elements {
    Generator generator;

    auto operator()(draw& cell) const { return generator(cell); }
    [[nodiscard]] static constexpr bool keeps(const Element&) { return true; }
};

/// A generator of arrays, kept to the checks of its column: where the number of elements is not allowed, it
/// is drawn, and each element that is not allowed is made by `Elements`.
template<array_type Value, typename Bound, typename Elements, typename Test = value_test>
class bound_within_array {
    using element = element_of<Value>;

public:
    /// Without a test the lengths say all.
    bound_within_array(const Bound& base, const interval_set& lengths, const std::optional<Test>& test,
                       const Elements& elements, const column_plan& plan)
        : base_(base), test_(test), elements_(elements),
          near_(plausible_part(lengths, {0, most_drawn}, value_kind::number, 1)), lengths_(lengths),
          passing_(passing<Value>(lengths & interval_set{0, most_drawn}, test)) {
        if (passing_.empty()) {
            throw refusal(plan, "the checks of the column allow no array of at most " +
                                    std::to_string(most_drawn) + " elements; loosen one of them");
        }
    }

    kept_array<element> operator()(draw& cell) const {
        for (unsigned tries = 1;; ++tries) {
            const auto made = base_(cell);
            const auto view = static_cast<view_of<Value>>(made);
            if (fits(view.size())) {
                return filled(view, view.size(), cell);
            }
            if (tries == tries_within) {
                return filled(view, drawn_length(cell), cell);
            }
        }
    }

private:
    static constexpr int most_drawn = std::is_same_v<element, bool> ? 64 : 10'000;

    [[nodiscard]] bool fits(std::size_t length) const {
        const auto number = static_cast<int128>(length);
        return length <= kept_array<element>::most && lengths_.contains(number) &&
               (!test_ || (*test_)(possible_value::of(number)));
    }

    [[nodiscard]] std::size_t drawn_length(draw& cell) const {
        for (unsigned draws = 0; draws < draws_near; ++draws) {
            const auto length = static_cast<std::size_t>(draw_from(near_, cell));
            if (fits(length)) {
                return length;
            }
        }
        return static_cast<std::size_t>(passing_.at(cell.below(passing_.count())));
    }

    [[nodiscard]] kept_array<element> filled(view_of<Value> made, std::size_t length, draw& cell) const {
        kept_array<element> result{length};
        for (std::size_t index = 0; index < length; ++index) {
            if (index < made.size() && elements_.keeps(made[index])) {
                result[index] = made[index];
            } else {
                const auto other = elements_(cell);
                result[index] = from_view<value_type_of<element>>(other);
            }
        }
        return result;
    }

    Bound base_;
    std::optional<Test> test_;
    Elements elements_;
    interval_set near_;
    interval_set lengths_;
    passing_numbers<Value> passing_;
};

} // namespace synth

#endif
