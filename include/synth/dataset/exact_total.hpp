// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_EXACT_TOTAL_HPP
#define SYNTH_DATASET_EXACT_TOTAL_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/dataset/degree_classes.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

namespace detail {

// Corrects what classes lack of a total, or have too much. `Most` must leave room for a class more.
template<std::size_t Most>
class total_correction {
public:
    total_correction(degree_classes<Most>& classes, std::uint64_t total)
        : classes_(classes), lacking_(static_cast<int128>(total)) {
        for (const degree_class& each : classes.all()) {
            lacking_ -= each.children;
        }
    }

    void run() {
        fill_rooms();
        move_parents();
        if (lacking_ != 0 && !exchange_parents()) {
            add_odd_parent();
        }
    }

private:
    using classes_type = degree_classes<Most>;
    using flags = lazy_list<bool, classes_type>;
    using changes = lazy_list<std::int64_t, classes_type>;

    [[nodiscard]] std::uint64_t gap() const { return static_cast<std::uint64_t>(magnitude(lacking_)); }

    // What a parent of a class has once the rooms are filled.
    [[nodiscard]] std::uint64_t bound(const degree_class& each) const {
        return lacking_ > 0 ? each.high : each.low;
    }

    // From the highest class on, where the tail of a law was cut off.
    void fill_rooms() {
        const std::span<degree_class> all = classes_.all();
        for (std::size_t index = all.size(); index-- > 0 && lacking_ != 0;) {
            degree_class& each = all[index];
            const int128 limit = static_cast<int128>(each.parents) * bound(each);
            const int128 room = limit - static_cast<int128>(each.children);
            const int128 step = lacking_ > 0 ? std::min(room, lacking_) : std::max(room, lacking_);
            each.children = static_cast<std::uint64_t>(static_cast<int128>(each.children) + step);
            lacking_ -= step;
        }
    }

    void move(degree_class& from, degree_class& to, std::uint64_t parents) {
        const std::uint64_t left = bound(from);
        const std::uint64_t taken = bound(to);
        const int128 change =
            (static_cast<int128>(taken) - static_cast<int128>(left)) * static_cast<int128>(parents);
        from.parents -= parents;
        from.children -= parents * left;
        to.parents += parents;
        to.children += parents * taken;
        lacking_ -= change;
    }

    // Parents go from class to class by the widest steps that do not lead past the total.
    void move_parents() {
        while (lacking_ != 0) {
            degree_class* best_from = nullptr;
            degree_class* best_to = nullptr;
            std::uint64_t best = 0;
            for (degree_class& from : classes_.all()) {
                for (degree_class& to : classes_.all()) {
                    const bool up = bound(to) > bound(from);
                    const std::uint64_t step = up ? bound(to) - bound(from) : bound(from) - bound(to);
                    if (from.parents > 0 && up == (lacking_ > 0) && step <= gap() && step > best) {
                        best = step;
                        best_from = &from;
                        best_to = &to;
                    }
                }
            }
            if (best == 0) {
                return;
            }
            move(*best_from, *best_to, std::min(best_from->parents, gap() / best));
        }
    }

    struct exchange {
        std::size_t from{};
        std::size_t to{};
    };

    [[nodiscard]] std::uint64_t lowest() const {
        std::uint64_t lowest = std::numeric_limits<std::uint64_t>::max();
        for (const degree_class& each : classes_.all()) {
            lowest = std::min(lowest, bound(each));
        }
        return lowest;
    }
    [[nodiscard]] std::uint64_t highest() const {
        std::uint64_t highest = 0;
        for (const degree_class& each : classes_.all()) {
            highest = std::max(highest, bound(each));
        }
        return highest;
    }

    // Some steps up and some down, as few as can be: those of {0, 3, 5} make 1 of 3 + 3 - 5. A class that has
    // not parents enough for what is found gives none, and it is tried again.
    [[nodiscard]] bool exchange_parents() {
        const std::span<degree_class> all = classes_.all();
        flags gives(all.size(), false);
        for (std::size_t index = 0; index < all.size(); ++index) {
            gives[index] = all[index].parents > 0;
        }
        while (true) {
            const changes change = search(gives);
            if (change.empty()) {
                return false;
            }
            bool enough = true;
            for (std::size_t index = 0; index < all.size(); ++index) {
                if (change[index] < 0 && all[index].parents < static_cast<std::uint64_t>(-change[index])) {
                    gives[index] = false;
                    enough = false;
                }
            }
            if (enough) {
                apply(change);
                return true;
            }
        }
    }

    // Euclid's; <numeric> costs every file that includes synth two hundredths of a second.
    [[nodiscard]] static std::uint64_t common_divisor(std::uint64_t left, std::uint64_t right) {
        while (right != 0) {
            left = std::exchange(right, left % right);
        }
        return left;
    }

    // How many parents each class gains; empty where nothing is found. Any order of steps can be changed to
    // one whose sums stay within the widest step, so breadth first search over so many sums finds the fewest.
    [[nodiscard]] changes search(const flags& gives) const {
        const std::span<const degree_class> all = std::as_const(classes_).all();
        std::uint64_t divisor = 0;
        std::vector<exchange> steps;
        for (std::size_t from = 0; from < all.size(); ++from) {
            divisor = common_divisor(divisor, bound(all[from]) - lowest());
            for (std::size_t to = 0; gives[from] && to < all.size(); ++to) {
                if (from != to) {
                    steps.push_back({from, to});
                }
            }
        }
        const std::uint64_t width = highest() - lowest();
        constexpr std::uint64_t most_work = std::uint64_t{1} << 24U;
        if (steps.empty() || divisor == 0 || gap() % divisor != 0 || gap() > width ||
            width > most_work / steps.size()) {
            return {};
        }
        const auto reach = static_cast<std::int64_t>(width);
        const auto place = [&](std::int64_t sum) { return static_cast<std::size_t>(sum + reach); };
        const auto length = [&](const exchange& each) {
            return static_cast<std::int64_t>(bound(all[each.to])) -
                   static_cast<std::int64_t>(bound(all[each.from]));
        };
        const auto start = static_cast<std::int64_t>(lacking_);
        // The step that led to a sum, counted from 1.
        lazy_list<std::uint32_t, classes_type> by(place(reach) + 1, 0);
        changes reached{start};
        by[place(start)] = static_cast<std::uint32_t>(steps.size()) + 1;
        for (std::size_t next = 0; next < reached.size() && by[place(0)] == 0; ++next) {
            for (std::size_t index = 0; index < steps.size(); ++index) {
                const std::int64_t sum = reached[next] - length(steps[index]);
                if (sum >= -reach && sum <= reach && by[place(sum)] == 0) {
                    by[place(sum)] = static_cast<std::uint32_t>(index) + 1;
                    reached.push_back(sum);
                }
            }
        }
        if (by[place(0)] == 0) {
            return {};
        }
        changes change(all.size(), 0);
        for (std::int64_t sum = 0; sum != start;) {
            const exchange& each = steps[by[place(sum)] - 1];
            --change[each.from];
            ++change[each.to];
            sum += length(each);
        }
        return change;
    }

    void apply(const changes& change) {
        const std::span<degree_class> all = classes_.all();
        for (std::size_t index = 0; index < all.size(); ++index) {
            all[index].parents += static_cast<std::uint64_t>(change[index]);
            all[index].children += static_cast<std::uint64_t>(change[index]) * bound(all[index]);
        }
        lacking_ = 0;
    }

    // Of the moves up from a class none was short enough, so the highest class is further than what lacks.
    void add_odd_parent() {
        degree_class* chosen = nullptr;
        for (degree_class& each : classes_.all()) {
            const bool within =
                lacking_ > 0 ? highest() - bound(each) >= gap() : bound(each) - lowest() >= gap();
            // Where there is room in none, the highest class has no end.
            if (each.parents > 0 && (within || chosen == nullptr)) {
                chosen = &each;
            }
        }
        if (chosen == nullptr) {
            return;
        }
        const std::uint64_t one = bound(*chosen);
        const std::uint64_t odd = lacking_ > 0 ? one + gap() : one - std::min(one, gap());
        --chosen->parents;
        chosen->children -= one;
        lacking_ = 0;
        classes_.add({1, odd, odd, odd});
    }

    degree_classes<Most>& classes_;
    int128 lacking_;
};

} // namespace detail

/// Changes classes as little as it can until they have exactly this total: first within their bounds, then by
/// moving parents from class to class, then by exchanging some, and where nothing else is left by one parent
/// of a number between two classes. `Most` must leave room for that class.
template<std::size_t Most>
void meet_total(degree_classes<Most>& classes, std::uint64_t total) {
    detail::total_correction<Most>{classes, total}.run();
}

} // namespace synth

#endif
