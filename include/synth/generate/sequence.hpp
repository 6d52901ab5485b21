// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_SEQUENCE_HPP
#define SYNTH_GENERATE_SEQUENCE_HPP

#include <cstdint>
#include <optional>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/number.hpp>

namespace synth {

namespace detail {

template<number Value>
class bound_sequence {
public:
    bound_sequence(std::int64_t start, std::int64_t step, std::uint64_t last)
        : start_{start}, step_{step}, last_{last} {}

    [[nodiscard]] Value at(std::uint64_t index) const {
        // The sum is in range; only its way there may wrap, which unsigned numbers may.
        const std::uint64_t whole =
            static_cast<std::uint64_t>(start_) + index * static_cast<std::uint64_t>(step_);
        return whole_numbers<Value>::of(static_cast<std::int64_t>(whole));
    }

    [[nodiscard]] std::optional<std::uint64_t> row_of(const Value& value) const {
        const std::optional<std::int64_t> whole = whole_numbers<Value>::from(value);
        if (!whole) {
            return std::nullopt;
        }
        const int128 distance = static_cast<int128>(*whole) - start_;
        if (distance % step_ != 0 || distance / step_ < 0 || distance / step_ > static_cast<int128>(last_)) {
            return std::nullopt;
        }
        return static_cast<std::uint64_t>(distance / step_);
    }

    [[nodiscard]] std::uint64_t last() const { return last_; }
    /// The bounds of the values of so many rows, for columns that repeat them.
    [[nodiscard]] Value least(std::uint64_t rows) const { return at(step_ > 0 || rows == 0 ? 0 : rows - 1); }
    [[nodiscard]] Value greatest(std::uint64_t rows) const {
        return at(step_ < 0 || rows == 0 ? 0 : rows - 1);
    }
    Value operator()(const draw& cell) const { return at(cell.row()); }

private:
    std::int64_t start_;
    std::int64_t step_;
    std::uint64_t last_;
};

} // namespace detail

/// The key 1, 2, 3, … in the order of the rows; `sequence(1'000, 10)` is 1000, 1010, 1020. For numbers of
/// every type; decimals count whole numbers where they have places for them, else units of their last place.
class sequence {
public:
    constexpr explicit sequence(std::int64_t start = 1, std::int64_t step = 1) : start_{start}, step_{step} {}

    template<number Value>
    [[nodiscard]] detail::bound_sequence<Value> bind(const column_plan& plan) const {
        using wholes = whole_numbers<Value>;
        if (step_ == 0) {
            throw refusal(plan,
                          "the step of a sequence must not be zero; use constant(value) for equal values");
        }
        if (start_ < wholes::least || start_ > wholes::greatest) {
            throw refusal(plan, "a sequence that starts at " + std::to_string(start_) +
                                    " does not fit the column, which holds " + std::to_string(wholes::least) +
                                    " to " + std::to_string(wholes::greatest) +
                                    "; start inside or widen the column");
        }
        const int128 room = step_ > 0 ? static_cast<int128>(wholes::greatest) - start_
                                      : static_cast<int128>(wholes::least) - start_;
        const auto last = static_cast<std::uint64_t>(room / step_);
        require_capacity(plan, last);
        return {start_, step_, last};
    }

    [[nodiscard]] std::string describe() const {
        return "sequence from " + std::to_string(start_) + " by " + std::to_string(step_);
    }

private:
    std::int64_t start_;
    std::int64_t step_;
};

} // namespace synth

#endif
