// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TRIED_NUMBERS_HPP
#define SYNTH_GENERATE_TRIED_NUMBERS_HPP

#include <cstdint>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>

namespace synth {

/// The numbers of a set that pass a test, numbered: for keys whose checks ask for more than a set can say.
/// The first half million is tried, number by number, and those that pass are taken. A set that is larger is
/// taken as it is only where more rows need one, or nobody knows how many, and all of these and samples of
/// the others pass.
template<typename Lazy = void>
class tried_numbers {
public:
    static constexpr std::uint64_t most_tried = std::uint64_t{1} << 19U;
    static constexpr std::uint64_t samples = 1'024;

    /// Without a test all pass.
    explicit tried_numbers(const interval_set& numbers) : numbers_(numbers) {}

    /// Rows of 0: nobody knows how many.
    template<typename Test>
    tried_numbers(const interval_set& numbers, const Test& passes, std::uint64_t rows) : numbers_(numbers) {
        const std::uint64_t count = numbers.count();
        const std::uint64_t tried = count < most_tried ? count : most_tried;
        for (std::uint64_t index = 0; index < tried; ++index) {
            if (passes(numbers.at(index))) {
                passed_.push_back(static_cast<std::uint32_t>(index));
            }
        }
        chosen_ = passed_.size() < tried || (tried < count && rows > 0 && rows <= tried);
        for (std::uint64_t sample = 0; !chosen_ && tried < count && sample < samples; ++sample) {
            chosen_ = !passes(numbers.at(count / samples * sample));
        }
        if (!chosen_) {
            passed_ = {};
        }
    }

    /// Whether numbers were sorted out.
    [[nodiscard]] bool chosen() const { return chosen_; }
    [[nodiscard]] bool empty() const { return count() == 0; }
    [[nodiscard]] std::uint64_t count() const { return chosen_ ? passed_.size() : numbers_.count(); }
    /// The number with an index below the count, in rising order.
    [[nodiscard]] int128 at(std::uint64_t index) const {
        return numbers_.at(chosen_ ? passed_[index] : index);
    }
    /// The inverse; nothing for a number that is not among them.
    [[nodiscard]] std::optional<std::uint64_t> index_of(int128 number) const {
        const std::optional<std::uint64_t> index = numbers_.index_of(number);
        if (!chosen_ || !index) {
            return index;
        }
        std::uint64_t low = 0; // of the first that is not below it
        for (std::uint64_t count = passed_.size(); count > 0;) {
            const std::uint64_t half = count / 2;
            const bool below = passed_[low + half] < *index;
            low += below ? half + 1 : 0;
            count = below ? count - half - 1 : half;
        }
        return low < passed_.size() && passed_[low] == *index ? std::optional{low} : std::nullopt;
    }

private:
    interval_set numbers_;
    detail::lazy_list<std::uint32_t, Lazy> passed_; // indexes
    bool chosen_{};
};

} // namespace synth

#endif
