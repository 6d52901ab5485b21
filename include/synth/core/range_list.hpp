// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_RANGE_LIST_HPP
#define SYNTH_CORE_RANGE_LIST_HPP

#include <array>
#include <cstddef>
#include <type_traits>

#include <synth/core/number_range.hpp>

namespace synth {

/// Up to `capacity` ranges of numbers, from `low` to `high`, in rising order and apart. Only those in use are
/// ever written or copied.
template<typename Range>
class basic_range_list {
public:
    static constexpr std::size_t capacity = 32;

    constexpr basic_range_list() { // NOLINT(*-member-init): only ranges in use have a value, at run time
        if (std::is_constant_evaluated()) {
            ranges_ = {};
        }
    }
    // NOLINTNEXTLINE(*-member-init): as above; the others are copied
    constexpr basic_range_list(const basic_range_list& other) : size_(other.size_) { copy(other); }
    constexpr basic_range_list& operator=(const basic_range_list& other) {
        size_ = other.size_;
        copy(other);
        return *this;
    }
    constexpr ~basic_range_list() = default;

    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr Range& operator[](std::size_t index) { return ranges_[index]; }
    [[nodiscard]] constexpr const Range& operator[](std::size_t index) const { return ranges_[index]; }

    /// Adds a range that starts no lower than those before it; what touches is joined. Where there is no
    /// room, the last one grows and the answer is false.
    constexpr bool append(const Range& next) {
        const bool room = size_ < capacity;
        if (size_ > 0 && next.low <= ranges_[size_ - 1].high + 1) {
            Range& last = ranges_[size_ - 1];
            last.high = last.high > next.high ? last.high : next.high;
            return true;
        }
        ranges_[room ? size_ : size_ - 1].high = next.high;
        if (room) {
            ranges_[size_++].low = next.low;
        }
        return room;
    }

    /// Keeps the ranges that a function says yes to.
    template<typename Function>
    constexpr void keep(const Function& function) {
        std::size_t kept = 0;
        for (std::size_t index = 0; index < size_; ++index) {
            if (function(ranges_[index])) {
                ranges_[kept++] = ranges_[index];
            }
        }
        size_ = kept;
    }

    [[nodiscard]] friend constexpr bool operator==(const basic_range_list& left,
                                                   const basic_range_list& right) {
        bool same = left.size_ == right.size_;
        for (std::size_t index = 0; same && index < left.size_; ++index) {
            same = left.ranges_[index] == right.ranges_[index];
        }
        return same;
    }

private:
    constexpr void copy(const basic_range_list& other) {
        for (std::size_t index = 0; index < (std::is_constant_evaluated() ? capacity : other.size_);
             ++index) {
            ranges_[index] = other.ranges_[index];
        }
    }

    std::array<Range, capacity> ranges_;
    std::size_t size_{};
};

using range_list = basic_range_list<number_range>;

} // namespace synth

#endif
