// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_UNIFORM_HPP
#define SYNTH_GENERATE_UNIFORM_HPP

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/parameter.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/generate/ticks.hpp>
#include <synth/generate/uniform_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

// Types that are one count of microseconds.
template<typename Value>
concept moment = std::same_as<Value, timestamp> || std::same_as<Value, timestamp_tz> ||
                 std::same_as<Value, time_of_day> || std::same_as<Value, time_of_day_tz>;

template<typename Value, typename Bound>
concept dated =
    (std::same_as<Value, timestamp> || std::same_as<Value, timestamp_tz>) &&
    (std::same_as<Bound, date> || std::same_as<Bound, timestamp> || std::same_as<Bound, timestamp_tz>);

template<typename Value, typename Bound>
concept uniform_bounds =
    (number<Value> && number_parameter<Bound>) || (moment<Value> && std::same_as<Value, Bound>) ||
    (std::same_as<Value, time_of_day_tz> && std::same_as<Bound, time_of_day>) ||
    (std::same_as<Value, date> && std::same_as<Bound, date>) || dated<Value, Bound>;

class bound_uniform_date {
public:
    bound_uniform_date(date low, date high) : days_{low.days, high.days} {}
    date operator()(draw& cell) const { return {days_(cell)}; }

    [[nodiscard]] std::uint64_t value_count() const { return days_.value_count(); }
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(draw& cell) const {
        return days_.draw_index(cell);
    }
    [[nodiscard]] date value(std::uint64_t index) const { return {days_.value(index)}; }

private:
    bound_uniform<std::int32_t> days_;
};

template<moment Value>
class bound_uniform_moment {
public:
    explicit bound_uniform_moment(const ticks& range) : range_{range} {}

    Value operator()(draw& cell) const {
        Value value{};
        value.microseconds = range_.at(cell.between(std::uint64_t{0}, range_.last()));
        return value;
    }

private:
    ticks range_;
};

} // namespace detail

/// Every value from low to high, both included, equally likely: `uniform(1, 6)`, `uniform(0.01, 99.99)`,
/// `uniform(date::of(2024, 1, 1), date::of(2024, 12, 31))`. Decimals take numbers of any kind, timestamps
/// also dates, of which the last counts to its end.
template<typename Bound>
class uniform {
public:
    constexpr uniform(Bound low, Bound high) : low_{low}, high_{high} {}

    template<typename Value>
        requires detail::uniform_bounds<Value, Bound>
    [[nodiscard]] auto bind(const column_plan& plan) const {
        // Written so that NaN is refused, too.
        if (!(low_ <= high_)) {
            throw refusal(plan, "the range " + text_of(low_) + " to " + text_of(high_) +
                                    " is empty; give the smaller bound first");
        }
        if constexpr (number<Value>) {
            return detail::bound_uniform<Value>{exact_parameter<Value>(low_, plan),
                                                exact_parameter<Value>(high_, plan)};
        } else if constexpr (std::same_as<Value, date>) {
            return detail::bound_uniform_date{low_, high_};
        } else if constexpr (std::same_as<Bound, date>) {
            return detail::bound_uniform_moment<Value>{
                ticks{plan, low_.days * microseconds_per_day,
                      (high_.days + std::int64_t{1}) * microseconds_per_day - 1}};
        } else {
            return detail::bound_uniform_moment<Value>{ticks{plan, low_.microseconds, high_.microseconds}};
        }
    }

    [[nodiscard]] std::string describe() const {
        return "uniform " + text_of(low_) + " to " + text_of(high_);
    }

private:
    Bound low_;
    Bound high_;
};

template<typename Low, typename High>
uniform(Low, High) -> uniform<std::common_type_t<Low, High>>;

} // namespace synth

#endif
