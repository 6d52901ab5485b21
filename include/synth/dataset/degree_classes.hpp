// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DEGREE_CLASSES_HPP
#define SYNTH_DATASET_DEGREE_CLASSES_HPP

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

#include <synth/core/integer.hpp>

namespace synth {

/// So many parents that have so many children together, each of them no fewer than `low` and no more than
/// `high`.
struct degree_class {
    std::uint64_t parents{};
    std::uint64_t children{};
    std::uint64_t low{};
    std::uint64_t high{};

    /// How far the numbers of single parents may stray from the mean on either side.
    [[nodiscard]] constexpr std::uint64_t spread() const {
        if (parents < 2) {
            return 0;
        }
        const std::uint64_t floor = children / parents;
        const std::uint64_t ceiling = floor + (children % parents == 0 ? 0 : 1);
        return floor < low || ceiling > high ? 0 : std::min(floor - low, high - ceiling);
    }

    [[nodiscard]] constexpr std::uint64_t least() const { return children / parents - spread(); }
    [[nodiscard]] constexpr std::uint64_t most() const {
        return children / parents + (children % parents == 0 ? 0 : 1) + spread();
    }
};

/// The classes of a degree law, at most `Most` of them; some may have no parents.
template<std::size_t Most>
class degree_classes {
public:
    static constexpr std::size_t most_classes = Most;

    constexpr void add(const degree_class& each) { classes_[size_++] = each; }

    [[nodiscard]] constexpr std::span<degree_class> all() { return std::span{classes_}.first(size_); }
    [[nodiscard]] constexpr std::span<const degree_class> all() const {
        return std::span{classes_}.first(size_);
    }

    /// The fewest and the most children that a parent has; none where there are no parents.
    [[nodiscard]] constexpr std::uint64_t least() const {
        std::uint64_t least = size_ == 0 ? 0 : std::numeric_limits<std::uint64_t>::max();
        for (const degree_class& each : all()) {
            least = each.parents == 0 ? least : std::min(least, each.least());
        }
        return least;
    }
    [[nodiscard]] constexpr std::uint64_t most() const {
        std::uint64_t most = 0;
        for (const degree_class& each : all()) {
            most = each.parents == 0 ? most : std::max(most, each.most());
        }
        return most;
    }

private:
    std::array<degree_class, Most> classes_{};
    std::size_t size_ = 0;
};

/// A law that divides the parents into classes by their numbers of children, when both totals are known.
template<typename Law>
concept class_law = requires(const Law& law, std::uint64_t number) {
    typename Law::degree_law;
    { law.classes(number, number).least() } -> std::same_as<std::uint64_t>;
};

/// How many classes a law has at most.
template<class_law Law>
inline constexpr std::size_t class_count =
    decltype(std::declval<const Law&>().classes(std::uint64_t{}, std::uint64_t{}))::most_classes;

} // namespace synth

#endif
