// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TRIED_NUMBERS_HPP
#define SYNTH_GENERATE_TRIED_NUMBERS_HPP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>

namespace synth {

/// The numbers of a set that pass a test, numbered: for keys whose checks ask for more than a set can say.
/// Where samples all pass, the set is taken as it is; else its first half million is tried, number by number.
class tried_numbers {
public:
    static constexpr std::uint64_t most_tried = std::uint64_t{1} << 19U;
    static constexpr std::uint64_t samples = 1'024;

    /// Without a test all pass.
    explicit tried_numbers(const interval_set& numbers) : numbers_(numbers) {}

    template<typename Test>
    tried_numbers(const interval_set& numbers, const Test& passes) : numbers_(numbers) {
        const std::uint64_t count = numbers.count();
        for (std::uint64_t sample = 0; !chosen_ && sample < std::min(count, samples); ++sample) {
            const std::uint64_t spread = count / samples * sample;
            chosen_ = !passes(numbers.at(sample)) || !passes(numbers.at(spread));
        }
        for (std::uint64_t index = 0; chosen_ && index < std::min(count, most_tried); ++index) {
            if (passes(numbers.at(index))) {
                passed_.push_back(static_cast<std::uint32_t>(index));
            }
        }
    }

    /// Whether numbers were sorted out.
    [[nodiscard]] bool chosen() const { return chosen_; }
    [[nodiscard]] bool empty() const { return count() == 0; }
    [[nodiscard]] std::uint64_t count() const { return chosen_ ? passed_.size() : numbers_.count(); }
    [[nodiscard]] int128 at(std::uint64_t index) const {
        return numbers_.at(chosen_ ? passed_[index] : index);
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(int128 number) const {
        const std::optional<std::uint64_t> index = numbers_.index_of(number);
        if (!chosen_ || !index) {
            return index;
        }
        const auto found = std::ranges::lower_bound(passed_, *index);
        return found != passed_.end() && *found == *index
                   ? std::optional{static_cast<std::uint64_t>(found - passed_.begin())}
                   : std::nullopt;
    }

private:
    interval_set numbers_;
    std::vector<std::uint32_t> passed_; // indexes
    bool chosen_{};
};

} // namespace synth

#endif
