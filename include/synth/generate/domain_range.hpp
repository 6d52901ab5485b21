// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_RANGE_HPP
#define SYNTH_GENERATE_DOMAIN_RANGE_HPP

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>

#include <synth/generate/domain_number.hpp>
#include <synth/generate/domain_temporal.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/inline_array.hpp>
#include <synth/generate/ticks.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/range.hpp>

namespace synth {

namespace detail {

// The places of `domain<Element>` that a slot takes where there is room: four days, an hour, ten of a number.
template<typename Element>
[[nodiscard]] std::uint64_t usual_slot(const column_plan& plan) {
    if constexpr (std::same_as<Element, date>) {
        return 4;
    } else if constexpr (requires(Element value) { value.microseconds; }) {
        constexpr std::int64_t hour = 3'600 * microseconds_per_second;
        return static_cast<std::uint64_t>(hour / tick_of(plan));
    } else if constexpr (requires { Element::scale; }) {
        std::uint64_t places = 10;
        for (int digit = 0; digit < std::min(Element::scale, 17); ++digit) {
            places *= 10;
        }
        return places;
    } else {
        return 10;
    }
}

} // namespace detail

/// Ranges that do not overlap: the values of the element's domain are cut into slots, and each slot holds one
/// range, a quarter to all of it long. So ranges that are distinct exclude each other too, and a key of a
/// range alone or together with other columns meets both UNIQUE and EXCLUDE USING gist (room WITH =, during
/// WITH &&). Slots are four days, an hour or ten numbers wide, and smaller where a table has more rows than
/// that leaves room for.
template<typename Element>
class domain<range<Element>> {
public:
    explicit domain(const column_plan& plan) : bounds_{plan}, width_{detail::usual_slot<Element>(plan)} {
        // Without rows the question is how many there can be.
        const std::uint64_t wanted = plan.rows == 0 ? ~std::uint64_t{0} : plan.rows;
        while (width_ > 1 && bounds_.last() / width_ < wanted) {
            width_ = std::max<std::uint64_t>(width_ / 10, 1);
        }
        last_ = bounds_.last() / width_ - 1;
    }

    [[nodiscard]] std::uint64_t last() const { return last_; }

    [[nodiscard]] range<Element> at(std::uint64_t index) const {
        const std::uint64_t first = index * width_;
        const std::uint64_t quarters = 1 + (mix(index) >> 62U);
        const std::uint64_t length = width_ / 4 * quarters + width_ % 4 * quarters / 4;
        return range<Element>::of(bounds_.at(first), bounds_.at(first + std::max<std::uint64_t>(length, 1)));
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(const range<Element>& value) const {
        const std::optional<std::uint64_t> first =
            value.lower ? bounds_.index_of(*value.lower) : std::optional<std::uint64_t>{};
        if (!first || *first / width_ > last_ || !(at(*first / width_) == value)) {
            return std::nullopt;
        }
        return *first / width_;
    }

private:
    domain<Element> bounds_;
    std::uint64_t width_;
    std::uint64_t last_{};
};

/// Multiranges of one range each, which do not overlap either.
template<typename Element>
class domain<multirange<Element>> {
public:
    explicit domain(const column_plan& plan) : ranges_{plan} {}

    [[nodiscard]] std::uint64_t last() const { return ranges_.last(); }
    [[nodiscard]] inline_array<range<Element>, 1> at(std::uint64_t index) const {
        inline_array<range<Element>, 1> value;
        value.append(ranges_.at(index));
        return value;
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(std::span<const range<Element>> value) const {
        return value.size() == 1 ? ranges_.index_of(value.front()) : std::nullopt;
    }

private:
    domain<range<Element>> ranges_;
};

} // namespace synth

#endif
