// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHILDREN_HISTOGRAM_HPP
#define SYNTH_DATASET_CHILDREN_HISTOGRAM_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/degree_classes.hpp>
#include <synth/dataset/exact_total.hpp>
#include <synth/dataset/tilted_counts.hpp>
#include <synth/generate/weighted.hpp>

namespace synth {

/// A number of children and how often it comes, in relation to others: `{7, 0.3}`.
struct children_share {
    std::uint64_t children{};
    double weight{};
};

/// Every parent has one of these numbers of children, each as often as its weight says:
/// `children_histogram({{0, 0.2}, {1, 0.5}, {7, 0.3}})`. The planned rows decide the total. Where they are
/// what the law gives on average, each number comes exactly as often as it says, to within rounding; else the
/// weights are tilted towards the small or the large numbers, each by a factor to the power of the number.
/// Where no counts of these numbers make the total, one parent has a number between them.
template<std::size_t Size>
class children_histogram {
public:
    using degree_law = children_histogram;

    /// Throws plan_error where the numbers do not rise or a weight is not above 0.
    // NOLINTNEXTLINE(*-avoid-c-arrays): what a list of lists becomes.
    constexpr explicit children_histogram(const children_share (&shares)[Size]) {
        std::array<double, Size> weights{};
        for (std::size_t index = 0; index < Size; ++index) {
            // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN is refused, too.
            if (!(shares[index].weight > 0) ||
                (index > 0 && shares[index].children <= shares[index - 1].children)) {
                throw plan_error{"children_histogram needs rising numbers, and weights above 0"};
            }
            numbers_[index] = shares[index].children;
            weights[index] = shares[index].weight;
        }
        weights_ = integer_weights<Size>(weights);
    }

    [[nodiscard]] constexpr std::uint64_t least(std::uint64_t, std::uint64_t) const { return numbers_[0]; }
    [[nodiscard]] constexpr std::uint64_t most(std::uint64_t, std::uint64_t) const {
        return numbers_[Size - 1];
    }
    [[nodiscard]] std::string describe() const {
        return Size == 1 ? std::to_string(numbers_[0]) + " for each parent"
                         : std::to_string(numbers_[0]) + " to " + std::to_string(numbers_[Size - 1]) +
                               " for each parent, by a histogram of " + std::to_string(Size) + " numbers";
    }

    [[nodiscard]] degree_classes<Size + 1> classes(std::uint64_t parents, std::uint64_t children) const {
        degree_classes<Size + 1> classes;
        if (children < multiply_wide(parents, numbers_[0]) ||
            children > multiply_wide(parents, numbers_[Size - 1])) {
            return classes; // the plan is refused for it
        }
        const std::array<std::uint64_t, Size> counts =
            tilted_counts<Size>(numbers_, weights_, parents, children);
        for (std::size_t index = 0; index < Size; ++index) {
            const std::uint64_t number = numbers_[index];
            classes.add({counts[index], counts[index] * number, number, number});
        }
        meet_total(classes, children);
        return classes;
    }

private:
    std::array<std::uint64_t, Size> numbers_{};
    std::array<std::uint64_t, Size> weights_{};
};

template<std::size_t Size>
children_histogram(const children_share (&)[Size]) -> children_histogram<Size>; // NOLINT(*-avoid-c-arrays)

} // namespace synth

#endif
