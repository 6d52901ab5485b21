// The rules of TPC-H by which keys, prices, dates and states follow from others (clause 4.2.3).
#ifndef EXAMPLES_TPCH_RULES_HPP
#define EXAMPLES_TPCH_RULES_HPP

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <synth/synth.hpp>

#include "vocabulary.hpp"

namespace tpch {

inline constexpr synth::date first_day = synth::date::of(1992, 1, 1);
inline constexpr synth::date current_day = synth::date::of(1995, 6, 17);
inline constexpr synth::date last_day = synth::date::of(1998, 12, 31);
/// So that the last line of the last order arrives in time.
inline constexpr synth::date last_order_day{last_day.days - 151};

// ---- rows ----

/// The rows of a table when the scale factor is `units` / `divisor`. The lines are those that the
/// specification counts at its own factors (clause 4.2.5); at others about four for each order, as many as at
/// factor 1.
[[nodiscard]] inline std::uint64_t rows_at_scale(std::string_view table, std::uint64_t units,
                                                 std::uint64_t divisor = 1) {
    struct counted {
        std::uint64_t scale{};
        std::uint64_t lines{};
    };
    static constexpr std::array<counted, 10> lines{{{1, 6'001'215},
                                                    {10, 59'986'052},
                                                    {30, 179'998'372},
                                                    {100, 600'037'902},
                                                    {300, 1'799'989'091},
                                                    {1'000, 5'999'989'709},
                                                    {3'000, 18'000'048'306},
                                                    {10'000, 59'999'994'267},
                                                    {30'000, 179'999'978'268},
                                                    {100'000, 599'999'969'200}}};
    const auto of = [&](std::uint64_t rows) {
        return std::max<std::uint64_t>(synth::scale(rows, units, divisor), 1);
    };
    if (table == "region" || table == "nation") {
        return table == "region" ? regions.size() : nations.size();
    }
    if (table == "supplier") {
        return std::max<std::uint64_t>(of(10'000), 4); // each part has four of them
    }
    if (table == "part" || table == "partsupp") {
        return of(200'000) * (table == "part" ? 1 : 4);
    }
    if (table == "customer") {
        return of(150'000);
    }
    if (table == "orders") {
        return of(1'500'000);
    }
    for (const counted& each : lines) {
        if (units == each.scale * divisor) {
            return each.lines;
        }
    }
    return synth::scale(of(1'500'000), 6'001'215, 1'500'000);
}

// ---- keys ----

/// The first eight of every 32 numbers: 1 to 7, 32 to 39, 64 to 71 and so on.
class sparse_key {
public:
    class bound {
    public:
        [[nodiscard]] std::int64_t at(std::uint64_t row) const {
            const std::uint64_t number = row + 1;
            return static_cast<std::int64_t>(number / 8 * 32 + number % 8);
        }
        [[nodiscard]] std::optional<std::uint64_t> row_of(std::int64_t key) const {
            if (key < 1 || key % 32 >= 8) {
                return std::nullopt;
            }
            return static_cast<std::uint64_t>(key) / 32 * 8 + static_cast<std::uint64_t>(key) % 32 - 1;
        }
        [[nodiscard]] std::uint64_t last() const { return std::uint64_t{1} << 60U; }
        [[nodiscard]] std::int64_t least(std::uint64_t) const { return 1; }
        [[nodiscard]] std::int64_t greatest(std::uint64_t rows) const {
            return at(std::max<std::uint64_t>(rows, 1) - 1);
        }
        std::int64_t operator()(const synth::draw& cell) const { return at(cell.row()); }
    };

    template<std::same_as<std::int64_t> Value>
    [[nodiscard]] static bound bind(const synth::column_plan& plan) {
        synth::require_capacity(plan, bound{}.last());
        return {};
    }
    [[nodiscard]] static std::string describe() { return "the first eight of every 32 numbers"; }
};

/// The fixed regions of the nations.
struct region_law {
    static constexpr bool ordered = true;

    [[nodiscard]] static auto bind_law(std::uint64_t parents, synth::stream_key) {
        return [parents](const synth::draw& cell) {
            return std::min(nations[cell.row() % nations.size()].region, parents - 1);
        };
    }
    [[nodiscard]] static std::string describe() { return "by the specification"; }
};

/// Every third customer, those whose keys 3 divides, orders nothing.
struct ordering_customers {
    static constexpr bool ordered = true;

    [[nodiscard]] static auto bind_law(std::uint64_t customers, synth::stream_key) {
        return [ordering = customers - customers / 3](synth::draw& cell) {
            const std::uint64_t number = cell.below(ordering);
            return number / 2 * 3 + number % 2;
        };
    }
    [[nodiscard]] static std::string describe() { return "customers whose key 3 does not divide"; }
};

/// The row of the n-th of the four suppliers of a part, which lie about a quarter of all suppliers apart, and
/// a little more for each time that the parts before outnumber the suppliers.
inline constexpr auto supplier_of_part = [](std::uint64_t part, std::uint64_t ordinal,
                                            std::uint64_t suppliers) {
    const std::uint64_t turn = part / suppliers;
    const std::uint64_t first = part - turn * suppliers + 1;
    if (12 * turn < suppliers) [[likely]] { // so that three steps are less than all suppliers
        std::uint64_t place = first + ordinal * (suppliers / 4 + turn);
        place -= place >= suppliers ? suppliers : 0;
        return place >= suppliers ? place - suppliers : place;
    }
    // Below scale factor 0.024 some steps would meet a supplier twice, and those are not lengthened.
    const std::uint64_t longer = suppliers / 4 + turn;
    const bool apart = longer % suppliers != 0 && 2 * longer % suppliers != 0 && 3 * longer % suppliers != 0;
    return (first + ordinal * (apart ? longer : suppliers / 4)) % suppliers;
};

// ---- values ----

[[nodiscard]] constexpr std::int64_t retail_cents(std::int32_t part) {
    const auto key = static_cast<std::uint32_t>(part);
    return 90'000 + key / 10 % 20'001 + 100 * (key % 1'000);
}

/// One of so many numbers from 0 on. `draw::below` is exactly even, which costs a branch; this is so to one
/// part in 2^50, and the compiler sees that two columns that ask for it ask for the same.
[[nodiscard, gnu::always_inline]] inline std::int32_t one_of(std::uint32_t numbers, synth::draw& cell) {
    return static_cast<std::int32_t>(synth::multiply_high(cell.word(), numbers));
}

[[nodiscard, gnu::always_inline]] inline synth::date days_after(synth::date from, std::int32_t least,
                                                                std::int32_t most, synth::draw& cell) {
    return {from.days + least + one_of(static_cast<std::uint32_t>(most - least + 1), cell)};
}

// One letter, with the room behind it that writers may read.
template<char Letter>
inline constexpr char padded_letter[1 + synth::known_text::padding]{Letter};

template<char Letter>
[[nodiscard]] constexpr synth::known_text letter() {
    return {padded_letter<Letter>, 1, true};
}

inline constexpr auto line_status = [](synth::date shipped) {
    return shipped > current_day ? letter<'O'>() : letter<'F'>();
};

inline constexpr auto return_flag = [](synth::draw& cell, synth::date received) {
    if (received > current_day) {
        return letter<'N'>();
    }
    return cell.word() >> 63U == 0 ? letter<'R'>() : letter<'A'>();
};

/// What the lines of an order are, as far as they are known.
struct line_states {
    bool open{};
    bool filled{};

    [[nodiscard]] constexpr line_states with(synth::date shipped) const {
        return {open || shipped > current_day, filled || shipped <= current_day};
    }
    [[nodiscard]] constexpr synth::known_text order_status() const {
        return open && filled ? letter<'P'>() : (open ? letter<'O'>() : letter<'F'>());
    }
};

} // namespace tpch

#endif
