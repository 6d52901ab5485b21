// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_NUMBER_CYCLE_HPP
#define SYNTH_CORE_NUMBER_CYCLE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/number_range.hpp>
#include <synth/core/number_row.hpp>
#include <synth/core/range_list.hpp>

namespace synth {

/// Whole numbers that come again: those of a row whose places in a cycle lie in a few ranges. Of days, the
/// places 0 to 4 of 7 from a Monday on are the working days. A number is `start + step * place`; its rank is
/// how many of them lie before it from the start on.
class number_cycle {
public:
    static constexpr std::int64_t longest = std::int64_t{1} << 61U;
    /// Places from one to another, both included.
    struct places {
        std::int64_t low;
        std::int64_t high;

        [[nodiscard]] friend constexpr bool operator==(const places&, const places&) = default;
    };
    static constexpr std::size_t capacity = basic_range_list<places>::capacity;

    /// Every number, or all of a row.
    constexpr number_cycle() : number_cycle(number_row{}) {}
    explicit constexpr number_cycle(const number_row& row) : row_(row) {}
    /// A cycle of so many places, without a number until `add` is called.
    constexpr number_cycle(int128 step, int128 start, int128 length)
        : number_cycle(number_row{step, number_row::floor_remainder(start, step * length)}) {
        length_ = static_cast<std::int64_t>(length);
        per_cycle_ = 0;
    }
    /// Without a number.
    [[nodiscard]] static constexpr number_cycle none() { return {1, 0, 1}; }

    /// Adds places that start no lower than those before; false where there is no room: it has too
    /// many then.
    constexpr bool add(std::int64_t low, std::int64_t high) {
        const std::int64_t next = ranges_.size() > 0 ? ranges_[ranges_.size() - 1].high + 1 : low;
        if (!ranges_.append({low, high})) {
            return false;
        }
        const std::int64_t first = low < next ? next : low;
        per_cycle_ += first <= high ? high - first + 1 : 0;
        return true;
    }

    /// The same numbers, as a row where they are one.
    [[nodiscard]] constexpr number_cycle simplified() const {
        if (is_row() || empty()) {
            return *this;
        }
        if (per_cycle_ == length_) {
            return number_cycle{number_row::of(row_.step, row_.phase)};
        }
        const std::int64_t gap = length_ / static_cast<std::int64_t>(ranges_.size());
        bool even = length_ % static_cast<std::int64_t>(ranges_.size()) == 0;
        for (std::size_t index = 0; even && index < ranges_.size(); ++index) {
            even = ranges_[index].low == ranges_[index].high &&
                   ranges_[index].low == ranges_[0].low + gap * static_cast<std::int64_t>(index);
        }
        return even ? number_cycle{number_row::of(row_.step * gap, row_.phase + row_.step * ranges_[0].low)}
                    : *this;
    }

    [[nodiscard]] constexpr bool empty() const { return per_cycle_ == 0; }
    /// Whether it is a row, and whether it has every number.
    [[nodiscard]] constexpr bool is_row() const { return ranges_.size() == 0 && per_cycle_ == 1; }
    [[nodiscard]] constexpr bool is_every() const { return is_row() && row_.step == 1; }
    /// How far its places lie apart, and the number at place 0.
    [[nodiscard]] constexpr int128 step() const { return row_.step; }
    [[nodiscard]] constexpr int128 start() const { return row_.phase; }
    /// After how many places, and after how many numbers, it comes again; how many of these it has.
    [[nodiscard]] constexpr std::int64_t length() const { return length_; }
    [[nodiscard]] constexpr int128 period() const { return row_.step * length_; }
    [[nodiscard]] constexpr std::int64_t count_of_period() const { return per_cycle_; }
    /// The ranges of its places in rising order; a row has place 0 of 1.
    [[nodiscard]] constexpr std::size_t range_count() const { return is_row() ? 1 : ranges_.size(); }
    [[nodiscard]] constexpr places operator[](std::size_t index) const {
        return is_row() ? places{0, 0} : ranges_[index];
    }
    /// Whether a number is one of its numbers.
    [[nodiscard]] constexpr bool contains(int128 number) const {
        if (!in_row(number)) {
            return false;
        }
        bool inside = is_row();
        if (!inside) {
            const auto place = static_cast<std::int64_t>(
                number_row::floor_remainder(number - row_.phase, period()) / row_.step);
            for (std::size_t index = 0; index < ranges_.size() && ranges_[index].low <= place; ++index) {
                inside = inside || place <= ranges_[index].high;
            }
        }
        return inside;
    }

    /// How many of them lie before a number from the start on, negative before the start.
    [[nodiscard]] constexpr int128 rank(int128 number) const {
        const int128 place =
            row_.step == 1 ? number - row_.phase : ceiling_quotient(number - row_.phase, row_.step);
        if (is_row()) {
            return place;
        }
        const int128 cycle = floor_quotient(place, length_);
        const auto rest = static_cast<std::int64_t>(place - cycle * length_);
        int128 result = cycle * per_cycle_;
        for (std::size_t index = 0; index < ranges_.size() && ranges_[index].low < rest; ++index) {
            const places& each = ranges_[index];
            result += (each.high < rest ? each.high + 1 : rest) - each.low;
        }
        return result;
    }

    /// The inverse of the rank; it must not be empty.
    [[nodiscard]] constexpr int128 select(int128 rank) const {
        if (is_row()) {
            return row_.phase + row_.step * rank;
        }
        const int128 cycle = floor_quotient(rank, per_cycle_);
        auto left = static_cast<std::int64_t>(rank - cycle * per_cycle_);
        std::size_t index = 0;
        for (; left > ranges_[index].high - ranges_[index].low; ++index) {
            left -= ranges_[index].high - ranges_[index].low + 1;
        }
        return row_.phase + row_.step * (cycle * length_ + ranges_[index].low + left);
    }

    /// The numbers, each so much greater, and those with the other sign.
    [[nodiscard]] constexpr number_cycle shifted(int128 by) const {
        number_cycle result = *this;
        result.row_.phase = period() == 1 ? 0 : number_row::floor_remainder(row_.phase + by, period());
        return result;
    }
    [[nodiscard]] constexpr number_cycle negated() const {
        number_cycle result = *this;
        for (std::size_t index = 0; index < ranges_.size(); ++index) {
            result.ranges_[ranges_.size() - 1 - index] = {length_ - 1 - ranges_[index].high,
                                                          length_ - 1 - ranges_[index].low};
        }
        result.row_.phase = 0;
        return result.shifted(-row_.phase - row_.step * (length_ - 1));
    }

    /// The numbers that are in it when divided by a factor and rounded down, where that is a cycle.
    [[nodiscard]] constexpr std::optional<number_cycle> widened(int128 factor) const {
        if (is_every()) {
            return *this;
        }
        if (period() >= longest / factor) {
            return std::nullopt;
        }
        number_cycle result{1, row_.phase * factor, period() * factor};
        const auto width = static_cast<std::int64_t>(row_.step * factor);
        const auto run = static_cast<std::int64_t>(factor);
        for (std::size_t index = 0; index < range_count(); ++index) {
            const places each = (*this)[index];
            for (std::int64_t place = each.low; place <= each.high; ++place) {
                const std::int64_t last = row_.step == 1 ? each.high : place;
                if (!result.add(place * width, last * width + run - 1)) {
                    return std::nullopt;
                }
                place = last;
            }
        }
        return result.simplified();
    }

    /// The numbers that are in it when multiplied by a factor, where that is a cycle.
    [[nodiscard]] constexpr std::optional<number_cycle> divided(int128 factor) const {
        if (is_every()) {
            return *this;
        }
        if (factor % period() == 0) {
            return contains(0) ? number_cycle{} : none();
        }
        if (row_.step % factor == 0) {
            number_cycle result = *this;
            result.row_ = {row_.step / factor, row_.phase / factor};
            return row_.phase % factor == 0 ? result : none();
        }
        if (period() % factor != 0 || period() >= longest || row_.step != 1) {
            return std::nullopt;
        }
        const int128 first = ceiling_quotient(row_.phase, factor);
        number_cycle result{1, first, period() / factor};
        for (std::size_t index = 0; index < range_count(); ++index) {
            const int128 low = ceiling_quotient(row_.phase + (*this)[index].low, factor) - first;
            const int128 high = floor_quotient(row_.phase + (*this)[index].high, factor) - first;
            if (low <= high && !result.add(static_cast<std::int64_t>(low), static_cast<std::int64_t>(high))) {
                return std::nullopt;
            }
        }
        return result.simplified();
    }

    [[nodiscard]] friend constexpr bool operator==(const number_cycle&, const number_cycle&) = default;

private:
    [[nodiscard]] constexpr bool in_row(int128 number) const {
        return row_.step == 1 || number_row::floor_remainder(number - row_.phase, row_.step) == 0;
    }

    number_row row_; // where its phase may be any number below the period
    std::int64_t length_{1};
    std::int64_t per_cycle_{1};
    basic_range_list<places> ranges_; // none of a row
};

} // namespace synth

#endif
