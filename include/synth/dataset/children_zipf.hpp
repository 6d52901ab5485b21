// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHILDREN_ZIPF_HPP
#define SYNTH_DATASET_CHILDREN_ZIPF_HPP

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/degree_classes.hpp>
#include <synth/dataset/tilted_counts.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

/// A few parents have most of the children: the k-th heaviest has a share in proportion to 1 / k^exponent, as
/// `zipf` is for references that draw their parents. The heavy ones lie anywhere in their table:
/// `references<&order::customer_id, &customer::id>(children_zipf(1.1))`. The 16 heaviest have their shares to
/// within one child; of the others those of half an octave, such as the ranks 1024 to 1448, have their share
/// together, and each lies between the shares of the first and the last of them. The exponent is 0 to 60.
class children_zipf {
public:
    using degree_law = children_zipf;
    /// No number of rows is too much for it.
    static constexpr bool endless = true;

    constexpr explicit children_zipf(double exponent) : exponent_(exponent) {
        // NOLINTNEXTLINE(readability-simplify-boolean-expr): written so that NaN is refused, too.
        if (!(exponent >= 0 && exponent <= 60)) {
            throw plan_error{"the exponent of children_zipf must lie between 0 and 60"};
        }
    }

    template<std::same_as<std::uint64_t> Count>
    [[nodiscard]] std::uint64_t least(Count parents, std::uint64_t children) const {
        return classes(parents, children).least();
    }
    template<std::same_as<std::uint64_t> Count>
    [[nodiscard]] std::uint64_t most(Count parents, std::uint64_t children) const {
        return classes(parents, children).most();
    }
    [[nodiscard]] std::string describe() const { return "zipf, exponent " + text_of(exponent_); }

    // Templates, so that only files that use them pay (docs/design/compile_time.md).
    template<std::same_as<std::uint64_t> Count>
    [[nodiscard]] auto classes(Count parents, std::uint64_t children) const {
        degree_classes<std::size_t{120}> classes;
        const share_sums sums{to_fixed(exponent_)};
        const fixed unit = detail::fixed_of(children) / sums.below(std::max<std::uint64_t>(parents, 1));
        std::uint64_t counted = 0;
        std::uint64_t first = 0; // ranks from 0
        for (std::size_t step = 0; first < parents; ++step) {
            const std::uint64_t end = step == 119 ? parents : std::min(end_of(step), parents);
            const std::uint64_t sum =
                end == parents ? children
                               : std::max(detail::count_of(sums.below(end) * unit, children), counted);
            // Numbers between the shares of the last and the first rank, if the mean lies between them.
            classes.add({end - first, sum - counted, detail::count_of(sums.share(end - 1) * unit, children),
                         detail::count_of(sums.share(first) * unit, children)});
            counted = sum;
            first = end;
        }
        return classes;
    }

private:
    static constexpr std::size_t head = 16;

    // Single ranks, then half octaves: 16, 22, 32, 45, 64 ...
    [[nodiscard]] static std::uint64_t end_of(std::size_t step) {
        if (step < head) {
            return step + 1;
        }
        const std::size_t halves = step - head + 9; // 16 is 8 of them
        const std::uint64_t octave = std::uint64_t{1} << (halves / 2);
        // 181 / 128 is the root of 2, to a ten-thousandth.
        return halves % 2 == 0 ? octave : octave + octave / 128 * 53 + octave % 128 * 53 / 128;
    }

    // The shares of the ranks before they are divided by their sum.
    class share_sums {
    public:
        explicit share_sums(fixed exponent) : exponent_(exponent) {
            for (std::size_t rank = 0; rank < exact; ++rank) {
                sums_[rank + 1] = sums_[rank] + share(rank);
            }
        }

        [[nodiscard]] fixed share(std::uint64_t rank) const {
            return exp2(fixed{log2(rank + 1), -52} * -exponent_);
        }

        // The sum of the shares below a rank: beyond some, the integral of x^-exponent between half ranks (as
        // zipf does: Hoermann and Derflinger 1996).
        [[nodiscard]] fixed below(std::uint64_t rank) const {
            if (rank <= exact) {
                return sums_[rank];
            }
            const fixed slope = fixed{1, 0} - exponent_;
            const fixed from = log2(fixed{2 * exact + 1, -1});
            const fixed to = log2(detail::fixed_of(rank) + fixed{1, -1});
            return sums_[exact] +
                   (slope.value == 0 ? (to - from) * ln_2 : (exp2(to * slope) - exp2(from * slope)) / slope);
        }

    private:
        static constexpr std::size_t exact = 256;

        fixed exponent_;
        std::array<fixed, exact + 1> sums_{};
    };

    double exponent_;
};

} // namespace synth

#endif
