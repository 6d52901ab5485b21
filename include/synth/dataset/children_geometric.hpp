// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHILDREN_GEOMETRIC_HPP
#define SYNTH_DATASET_CHILDREN_GEOMETRIC_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/dataset/degree_classes.hpp>
#include <synth/dataset/exact_total.hpp>
#include <synth/dataset/tilted_counts.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

/// Many parents have few children and few have many: the share of the parents that have one more falls by the
/// same factor each time. The planned rows decide the mean, and with it the factor, mean / (mean + 1):
/// `references<&order::customer_id, &customer::id>(children_geometric())`; with `children_geometric(1)` every
/// parent has at least one. Numbers come as often as the law says, to within rounding, while there are fewer
/// than some dozens of them; of more, neighbours are classes whose shares and means are those of the law.
class children_geometric {
public:
    using degree_law = children_geometric;
    /// No number of rows is too much for it.
    static constexpr bool endless = true;

    constexpr explicit children_geometric(std::uint64_t least_children = 0) : least_(least_children) {}

    [[nodiscard]] constexpr std::uint64_t least(std::uint64_t, std::uint64_t) const { return least_; }
    template<std::same_as<std::uint64_t> Count>
    [[nodiscard]] std::uint64_t most(Count parents, std::uint64_t children) const {
        return std::max(classes(parents, children).most(), least_);
    }
    [[nodiscard]] std::string describe() const {
        return "geometric" + (least_ == 0 ? "" : ", at least " + std::to_string(least_) + " for each parent");
    }

    // Templates, so that only files that use them pay (docs/design/compile_time.md).
    template<std::same_as<std::uint64_t> Count>
    [[nodiscard]] auto classes(Count parents, std::uint64_t children) const {
        degree_classes<std::size_t{100}> classes;
        if (parents == 0 || children < multiply_wide(parents, least_)) {
            return classes; // the plan is refused for it
        }
        const std::uint64_t above = children - parents * least_;
        if (above == 0) {
            classes.add({parents, children, least_, least_});
            return classes;
        }
        const tail law{parents, above};
        std::uint64_t low = 0;
        for (int step = 1; step <= last_step && law.parents_from(low) > 0; ++step) {
            const std::uint64_t wanted = law.number_at(exponent_of(step));
            if (wanted <= low && step < last_step) {
                continue; // single numbers fall faster than these steps
            }
            const std::uint64_t end = step < last_step ? wanted : law.number_at(fixed{last_octave, 0});
            classes.add(law.class_of(low, std::max(end, low + 1), step == last_step, least_));
            low = end;
        }
        meet_total(classes, children);
        return classes;
    }

private:
    static constexpr int fine_steps = 24;     // of an eighth of an octave each
    static constexpr int last_step = 24 + 74; // of half an octave each: one parent of 2^40
    static constexpr std::int64_t last_octave = 72;

    // By how many halvings of the share a class ends.
    [[nodiscard]] static constexpr fixed exponent_of(int step) {
        return step <= fine_steps ? fixed{step, -3} : fixed{fine_steps / 4 + step - fine_steps, -1};
    }

    // How many parents have a number or more, above the least.
    class tail {
    public:
        tail(std::uint64_t parents, std::uint64_t children)
            : parents_(parents), all_(detail::fixed_of(parents)), sum_(detail::fixed_of(children)),
              fall_(log2(sum_ + all_) - log2(sum_)) {
            if (fall_.value <= 0) { // the mean is beyond what logarithms of 52 places tell apart
                fall_ = {1, -52};
            }
        }

        // The first number from which on the share is at most 2^-exponent.
        [[nodiscard]] std::uint64_t number_at(fixed exponent) const {
            return detail::count_of(exponent / fall_ + fixed{1, -1}, std::uint64_t{1} << 60U);
        }
        [[nodiscard]] std::uint64_t parents_from(std::uint64_t number) const {
            return number == 0 ? parents_ : detail::count_of(all_ * share(number), parents_);
        }

        // The parents that have a number in [low, end); the last class has all that are left.
        [[nodiscard]] degree_class class_of(std::uint64_t low, std::uint64_t end, bool last,
                                            std::uint64_t least) const {
            const std::uint64_t beyond = last ? 0 : parents_from(end);
            const std::uint64_t count = parents_from(low) - beyond;
            // Children above `low`: those of the tail from low + 1 to the end, but for the parents beyond.
            const fixed rest = (all_ + sum_) * (share(low + 1) - share(end)) -
                               detail::fixed_of(end - 1 - low) * detail::fixed_of(beyond);
            const auto most = static_cast<std::uint64_t>(std::min<uint128>(
                multiply_wide(count, end - 1 - low), std::numeric_limits<std::int64_t>::max()));
            return {count, count * (least + low) + detail::count_of(rest, most), least + low,
                    least + end - 1};
        }

    private:
        [[nodiscard]] fixed share(std::uint64_t number) const {
            return exp2(-fall_ * detail::fixed_of(number));
        }

        std::uint64_t parents_;
        fixed all_;
        fixed sum_;
        fixed fall_; // log2 of the shares of a number and of the next one
    };

    std::uint64_t least_;
};

} // namespace synth

#endif
