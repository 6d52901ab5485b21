// SPDX-License-Identifier: BSL-1.0
#include "exclusion_step.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include <synth/core/civil.hpp>
#include <synth/core/number_range.hpp>

#include "amount_text.hpp"
#include "linear_form.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

using kind_of_sum = linear_form::kind_of_sum;
using limits = known_limits::limits;

constexpr int128 units_of_second = 1'000'000;

// What date_trunc cuts moments to; months and years are no shorter.
struct moment_step {
    std::string_view name;
    int128 length;
};
constexpr std::array<moment_step, 7> moment_steps{{{"second", units_of_second},
                                                   {"minute", 60 * units_of_second},
                                                   {"hour", 3600 * units_of_second},
                                                   {"day", units_of_day},
                                                   {"week", 7 * units_of_day},
                                                   {"month", 28 * units_of_day},
                                                   {"year", 365 * units_of_day}}};

// What synth takes for a column at most (generate/whole_number.hpp).
number_range room_of(const value_type& type) {
    const int128 unit = unit_of_column(type).value_or(1);
    switch (type.of) {
    case kind::int16:
        return {INT16_MIN * unit, INT16_MAX * unit};
    case kind::int32:
        return {INT32_MIN * unit, INT32_MAX * unit};
    case kind::int64:
        return {INT64_MIN * unit, INT64_MAX * unit};
    case kind::decimal: {
        constexpr unsigned most_places = 18;
        int128 size = unit;
        for (unsigned place = 0;
             place < (type.precision == 0 ? most_places : std::min(type.precision, most_places)); ++place) {
            size *= 10;
        }
        return {unit - size, size - unit};
    }
    case kind::interval:
        return {-3'650 * units_of_day, 3'650 * units_of_day};
    default: {
        const int128 behind = (days_from_civil({9999, 12, 31}) + 1) * units_of_day;
        return {days_from_civil({1, 1, 1}) * units_of_day, behind - unit};
    }
    }
}

number_range limited(const number_range& room, const limits& stated) {
    return {std::max(room.low, stated.low.value_or(room.low)),
            std::min(room.high, stated.high.value_or(room.high))};
}

class chooser {
public:
    chooser(const range_text& range, bool from_lower, std::int64_t wanted, const table& of, engine from,
            const std::set<std::size_t>& kept)
        : range_(range), of_(of), known_(of, from, kept), wanted_(wanted), from_(from),
          from_lower_(from_lower) {}

    [[nodiscard]] std::optional<exclusion_step> choose() {
        const auto lower = linear_form_of(range_.lower, of_, from_);
        const auto upper = linear_form_of(range_.upper, of_, from_);
        const auto& mine = from_lower_ ? lower : upper;
        if (!mine || mine->columns.size() != 1 || mine->low != mine->high ||
            mine->columns.begin()->second <= 0 || mine->kind == kind_of_sum::span ||
            mine->kind == kind_of_sum::days) {
            return std::nullopt;
        }
        result_.column = mine->columns.begin()->first;
        type_ = &of_.columns[result_.column].type;
        unit_ = unit_of_column(*type_).value_or(1) * known_.grain_of(result_.column);
        mine_ = mine->columns;
        offset_ = mine->low;
        length_ = lower && upper ? difference(*upper, *lower) : std::nullopt;
        other_ = from_lower_ ? upper : lower;
        simplify_length();
        const auto add_others = [&](const std::string& expression) {
            const sql_tree tree{expression};
            add_columns(tree.root());
        };
        add_others(range_.lower);
        add_others(range_.upper);
        if (!choose_length() || !say_grid()) {
            return std::nullopt;
        }
        say_together();
        return result_;
    }

private:
    // A difference of two columns, one column or a multiple of it, or none: all else is said as it is.
    void simplify_length() {
        if (!length_) {
            return;
        }
        std::size_t plus = 0;
        bool dates = true;
        bool once = true; // each column
        for (const auto& [column, count] : length_->columns) {
            const kind of = of_.columns[column].type.of;
            const bool number = is_integer(of) || of == kind::decimal;
            const bool of_days = of == kind::date || (number && length_->kind != kind_of_sum::number);
            const int128 one = of_days ? units_of_day : number ? units_of_number : 1;
            plus += count > 0 ? 1 : 0;
            dates = dates && of == kind::date;
            once = once && (count == one || count == -one);
            if (length_->columns.size() == 1 && count > 0 && count % one == 0) {
                once = true; // a range as long as some times a column
                multiple_ = count / one;
                single_ = one;
            }
        }
        if (dates && length_->kind == kind_of_sum::span) {
            length_->kind = kind_of_sum::days;
        }
        const bool days = length_->kind == kind_of_sum::days;
        const bool plain =
            once && length_->columns.size() == (length_->columns.contains(result_.column) ? 2 : plus) &&
            plus <= 1 && length_->low == length_->high &&
            length_->low % (days ? units_of_day : units_of_second) == 0;
        if (!plain) {
            length_.reset();
        }
    }

    void add_columns(const sql_tree::node& one) { // NOLINT(misc-no-recursion): trees are not deep
        if (kind_of(one) == "ColumnRef") {
            const auto column = column_named(inside(one), of_, from_);
            if (column && *column != result_.column &&
                std::ranges::find(result_.others, *column) == result_.others.end()) {
                result_.others.push_back(*column);
            }
            return;
        }
        if (one.is_structured()) {
            for (const sql_tree::node& each : one) {
                add_columns(each);
            }
        }
    }

    [[nodiscard]] bool is_moment() const {
        return type_->of == kind::timestamp || type_->of == kind::timestamp_tz;
    }

    [[nodiscard]] std::string name_of_column(std::size_t index) const {
        return quoted_name(of_.columns[index].name);
    }

    // As long as usual ranges are, unless the checks ask for others, and so that there are steps enough.
    [[nodiscard]] bool choose_length() {
        const limits lengths = known_lengths();
        const int128 constant = length_ ? length_->low : 0;
        shortest_ = std::max<int128>(lengths.low ? *lengths.low + constant : 0, 0);
        in_order_ = lengths.low && *lengths.low + constant >= 0;
        meeting_ = range_.holds_both ? unit_ : 0;
        const int128 least = std::max(ceiling_of(shortest_ + meeting_, unit_), unit_);
        step_ = std::max(usual_length(), 2 * least);
        if (lengths.high) {
            const int128 longest = ceiling_of(*lengths.high + constant + meeting_, unit_);
            step_ = std::min(step_, longest);
            asked_ = longest;
        }
        window_ = window(mine_);
        const int128 extent = std::max<int128>(window_.high - window_.low + unit_, unit_);
        step_ = std::min(step_, floor_of(extent / wanted_, unit_));
        step_ = std::max(step_, least);
        return !is_moment() || choose_moment_step(least);
    }

    [[nodiscard]] limits known_lengths() const {
        if (length_ && length_->columns.empty()) {
            return {0, 0};
        }
        if (!length_ || multiple_ == 1) {
            return length_ ? known_.of(length_->columns) : limits{};
        }
        limits result = known_.of({{length_->columns.begin()->first, single_}});
        for (std::optional<int128>* const each : {&result.low, &result.high}) {
            *each = *each ? std::optional{**each * multiple_} : std::nullopt;
        }
        return result;
    }

    // What a column must be, as far as a multiple of it must be so much.
    [[nodiscard]] int128 share_of(int128 whole, bool rounds_up) const {
        if (multiple_ == 1) {
            return whole;
        }
        const value_type& type = of_.columns[length_->columns.begin()->first].type;
        const int128 grain = length_->kind == kind_of_sum::number ? unit_of_column(type).value_or(1)
                             : length_->kind == kind_of_sum::days ? units_of_day
                                                                  : units_of_second;
        return (rounds_up ? ceiling_of(whole, grain * multiple_) : floor_of(whole, grain * multiple_)) /
               multiple_;
    }

    [[nodiscard]] int128 usual_length() const {
        constexpr int128 days = 7;
        constexpr int128 numbers = 100;
        constexpr int128 small_numbers = 10;
        switch (type_->of) {
        case kind::date:
            return days * units_of_day;
        case kind::timestamp:
        case kind::timestamp_tz:
            return 3600 * units_of_second;
        case kind::int16:
            return small_numbers * units_of_number;
        default:
            return numbers * units_of_number;
        }
    }

    [[nodiscard]] bool choose_moment_step(int128 least) {
        const moment_step* best = nullptr;
        for (const moment_step& each : moment_steps) {
            best = each.length >= least && (best == nullptr || each.length <= step_) ? &each : best;
        }
        moment_step_ = best;
        step_ = best != nullptr ? best->length : step_;
        return best != nullptr;
    }

    // Where the column lies; keys are above zero while there are enough.
    [[nodiscard]] number_range window(const column_sum& column) const {
        const limits stated = known_.of(column);
        number_range result = limited(room_of(*type_), stated);
        if (type_->of != kind::date && !is_moment() && !stated.low && result.high > 0) {
            result.low = 0;
        }
        return result;
    }

    [[nodiscard]] bool say_grid() {
        const std::string name = name_of_column(result_.column);
        result_.on_steps = is_moment() || step_ > unit_;
        if (is_moment()) {
            result_.length = fmt::format("1 {}", moment_step_->name);
            result_.grid.push_back(fmt::format("date_trunc('{}', {}) = {}", moment_step_->name, name, name));
        } else if (type_->of == kind::date) {
            const std::string days = span_text(step_, kind_of_sum::days);
            result_.length = fmt::format("{} {}", days, days == "1" ? "day" : "days");
            if (result_.on_steps) {
                result_.grid.push_back(fmt::format("({} - '1970-01-01'::date) % {} = 0", name, days));
            }
        } else {
            result_.length = number_text(step_);
            if (result_.on_steps) {
                result_.grid.push_back(fmt::format("{} % {} = 0", name, result_.length));
            }
        }
        return say_ends(name);
    }

    // The other bound must find a place behind the last step, or before the first one.
    [[nodiscard]] bool say_ends(const std::string& name) {
        if (!other_ || other_->columns.size() != 1 || other_->low != other_->high) {
            return true;
        }
        const auto& [column, count] = *other_->columns.begin();
        const value_type& type = of_.columns[column].type;
        if (type.of == kind::interval || count < 0) {
            return true;
        }
        const limits stated = known_.of(other_->columns);
        const number_range theirs = limited(room_of(type), stated);
        const int128 between = other_->low - offset_;
        const int128 reach = step_ - meeting_;
        const int128 most = theirs.high + between - (from_lower_ ? shortest_ : -reach);
        const int128 least = theirs.low + between + (from_lower_ ? -reach : shortest_);
        if (least > most) {
            return false;
        }
        if (floor_of(window_.high, step_) > most) {
            result_.grid.push_back(
                fmt::format("{} <= {}", name, value_text(floor_of(most, unit_), type_->of)));
        }
        if (ceiling_of(window_.low, step_) < least && stated.low) {
            const int128 first = ceiling_of(least, is_moment() ? units_of_day : unit_);
            result_.grid.push_back(fmt::format("{} >= {}", name, value_text(first, type_->of)));
        }
        return true;
    }

    [[nodiscard]] kind_of_sum kind_of_step() const {
        if (is_moment()) {
            return kind_of_sum::span;
        }
        return type_->of == kind::date ? kind_of_sum::days : kind_of_sum::number;
    }

    void say_together() {
        std::vector<std::size_t> all = result_.others;
        all.push_back(result_.column);
        std::ranges::sort(all);
        for (const std::size_t each : all) {
            if (of_.columns[each].nullable) {
                result_.together.push_back(fmt::format("{} IS NOT NULL", name_of_column(each)));
            }
        }
        if (!length_) {
            say_as_it_is();
        } else if (!length_->columns.empty()) {
            say_of_columns(*length_);
        }
        say_between();
    }

    // Columns that checks put between the bounds, doors < begins < ends: chosen before the other bound, they
    // must leave it a place.
    void say_between() {
        if (!other_ || other_->columns.size() != 1) {
            return;
        }
        const std::size_t end = other_->columns.begin()->first;
        const std::size_t first = from_lower_ ? result_.column : end;
        const std::size_t last = from_lower_ ? end : result_.column;
        const std::set<std::size_t> behind = beyond(first, true);
        const std::set<std::size_t> before = beyond(last, false);
        const std::string span = span_text(step_, kind_of_step());
        const std::string mine = name_of_column(result_.column);
        for (const std::size_t each : behind) {
            if (each != first && each != last && before.contains(each)) {
                const std::string name = name_of_column(each);
                result_.together.push_back(from_lower_
                                               ? fmt::format("{} {} {} + {}", name, below(), mine, span)
                                               : fmt::format("{} - {} {} {}", mine, span, below(), name));
            }
        }
    }

    // The columns of the same type that are never less than one, or never more.
    [[nodiscard]] std::set<std::size_t> beyond(std::size_t from, bool upwards) const {
        const int128 one = type_->of == kind::date ? units_of_day : is_moment() ? 1 : units_of_number;
        std::set<std::size_t> found{from};
        std::vector<std::size_t> open{from};
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (std::size_t each = 0; each < of_.columns.size(); ++each) {
                if (of_.columns[each].type.of != type_->of || of_.columns[each].type.array ||
                    found.contains(each)) {
                    continue;
                }
                const limits apart = known_.of(upwards ? column_sum{{each, one}, {at, -one}}
                                                       : column_sum{{at, one}, {each, -one}});
                if (apart.low && *apart.low >= 0) {
                    found.insert(each);
                    open.push_back(each);
                }
            }
        }
        return found;
    }

    void say_as_it_is() {
        const std::string span = span_text(step_, kind_of_step());
        result_.together.push_back(fmt::format("({}) <= ({})", range_.lower, range_.upper));
        result_.together.push_back(
            from_lower_ ? fmt::format("({}) {} ({}) + {}", range_.upper, below(), range_.lower, span)
                        : fmt::format("({}) - {} {} ({})", range_.upper, span, below(), range_.lower));
    }

    void say_of_columns(const linear_form& length) {
        std::string plus;
        std::string minus;
        for (const auto& [column, count] : length.columns) {
            (count > 0 ? plus : minus) = name_of_column(column);
        }
        if (!in_order_) {
            result_.together.push_back(
                difference_text(plus, minus, ">=", share_of(-length.low, true), length.kind));
        }
        if (!asked_ || *asked_ > step_) {
            result_.together.push_back(
                difference_text(plus, minus, below(), share_of(step_ - length.low, false), length.kind));
        }
    }

    [[nodiscard]] const char* below() const { return range_.holds_both ? "<" : "<="; }

    const range_text& range_;
    const table& of_;
    const value_type* type_ = nullptr; // of the column on steps
    const moment_step* moment_step_ = nullptr;
    int128 unit_ = 1;
    int128 offset_ = 0;  // of its bound from it
    int128 meeting_ = 0; // how much shorter than a step a range must be
    int128 step_ = 0;
    int128 multiple_ = 1;         // of the one column that the length is
    int128 single_ = 0;           // that column once
    int128 shortest_ = 0;         // of a range, as the checks say
    std::optional<int128> asked_; // the step that they ask for themselves
    number_range window_{};       // of the column
    column_sum mine_;
    std::optional<linear_form> other_; // bound
    std::optional<linear_form> length_;
    known_limits known_;
    exclusion_step result_;
    std::int64_t wanted_;
    engine from_;
    bool from_lower_;
    bool in_order_ = false; // the checks say so
};

} // namespace

std::optional<exclusion_step> step_of(const range_text& range, bool from_lower, std::int64_t wanted,
                                      const table& of, engine from, const std::set<std::size_t>& kept) {
    try {
        return chooser{range, from_lower, wanted, of, from, kept}.choose();
    } catch (const untranslatable&) {
        return std::nullopt;
    }
}

} // namespace synth::introspect
