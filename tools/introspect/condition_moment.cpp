// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include <synth/core/civil.hpp>
#include <synth/schema/temporal.hpp>

#include "condition.hpp"
#include "condition_types.hpp"
#include "sqlite_texts.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

struct moment_field {
    std::string_view sql, part, start; // what they are called in C++, where they are known
    bool of_time;                      // of times of the day, too
    bool small;                        // an integer holds it, without digits behind the point
    unsigned scale = 0;
};

constexpr moment_field fields[] = {
    {"microsecond", "microsecond_of", "", true, false},
    {"millisecond", "millisecond_of", "start_of_millisecond", true, false, 3},
    {"second", "second_of", "start_of_second", true, false, 6},
    {"minute", "minute_of", "start_of_minute", true, true},
    {"hour", "hour_of", "start_of_hour", true, true},
    {"day", "day_of", "start_of_day", false, true},
    {"dow", "day_of_week", "", false, true},
    {"isodow", "iso_day_of_week", "", false, true},
    {"doy", "day_of_year", "", false, true},
    {"week", "week_of", "start_of_week", false, true},
    {"month", "month_of", "start_of_month", false, true},
    {"quarter", "quarter_of", "start_of_quarter", false, true},
    {"year", "year_of", "start_of_year", false, true},
    {"isoyear", "iso_year_of", "", false, true},
    {"decade", "decade_of", "start_of_decade", false, true},
    {"century", "century_of", "start_of_century", false, true},
    {"millennium", "millennium_of", "start_of_millennium", false, true},
    {"epoch", "epoch_of", "", true, false, 6},
};

// "hour" and "hours", in any letters.
const moment_field* field_of(std::string_view given) {
    std::string name = lower(std::string{given});
    const auto* const exact = std::ranges::find(fields, name, &moment_field::sql);
    if (exact != std::end(fields) || !name.ends_with('s')) {
        return exact == std::end(fields) ? nullptr : exact;
    }
    name.pop_back();
    const auto* const found = std::ranges::find(fields, name, &moment_field::sql);
    return found == std::end(fields) ? nullptr : found;
}

bool is_utc(const term& zone) {
    constexpr auto names = std::to_array<std::string_view>(
        {"utc", "gmt", "z", "zulu", "uct", "etc/utc", "etc/gmt", "etc/uct", "+00", "+00:00", "00:00"});
    return is_text_constant(zone) && std::ranges::find(names, lower(zone.value->text)) != std::end(names);
}

// The year of a constant that is calculated from now.
term year_of_constant(const sql_constant& moment) {
    int128 days = moment.number;
    if (moment.of != sort::date) {
        days = (days - (days % microseconds_per_day + microseconds_per_day) % microseconds_per_day) /
               microseconds_per_day;
    }
    const auto year = civil_from_days(static_cast<std::int64_t>(days)).year;
    return constant_term({.of = sort::number, .number = year, .now = moment.now});
}

// The part that one letter of strftime is, and how many digits it has.
struct letter_field {
    std::string_view part;
    unsigned digits;
    char letter;
};
constexpr letter_field letters[] = {
    {"day_of", 2, 'd'},    {"month_of", 2, 'm'},    {"year_of", 4, 'Y'},         {"hour_of", 2, 'H'},
    {"minute_of", 2, 'M'}, {"day_of_week", 1, 'w'}, {"iso_day_of_week", 1, 'u'}, {"day_of_year", 3, 'j'}};

} // namespace

// What a moment is cut to, or compared with, depends on the time zone of the session.
void translator::note_zone(const term& moment) const {
    if (moment.of == sort::timestamp_tz && !moment.any_zone) {
        remarks_.insert("its moments are taken in UTC");
    }
}

term translator::part_of_moment(const std::string& name, const term& field, const term& moment) {
    const moment_field* const known = is_text_constant(field) ? field_of(field.value->text) : nullptr;
    if (moment.comparison == "age" && known != nullptr && known->sql == "year") {
        term result = moment;
        result.comparison = "age_years";
        return result;
    }
    const bool time = moment.of == sort::time && known != nullptr && known->of_time;
    const bool epoch = known != nullptr && known->sql == "epoch";
    const bool span = moment.of == sort::interval && epoch;
    if (known == nullptr || !(is_moment(moment.of) || time || span)) {
        throw untranslatable(
            fmt::format("function {} of a {} is not known to synth", name,
                        is_text_constant(field) ? one_line(field.value->text) : std::string{"field"}));
    }
    if (moment.is_constant()) {
        if (known->sql != "year") {
            throw untranslatable(moment.value->now ? "it depends on the time of day that the database has"
                                                   : "constants of it are calculated with");
        }
        return year_of_constant(*moment.value);
    }
    if (moment.of == sort::timestamp_tz && epoch == moment.any_zone) {
        remarks_.insert("its moments are taken in UTC");
    }
    term result = called(known->part, sort::number, {moment});
    result.small = known->small;
    result.scale = epoch && moment.of == sort::date ? 0 : known->scale;
    return result;
}

term translator::start_of_moment(const std::vector<term>& arguments) {
    const term& moment = arguments[1];
    const moment_field* const known =
        is_text_constant(arguments[0]) ? field_of(arguments[0].value->text) : nullptr;
    if (known == nullptr || known->start.empty() || !is_moment(moment.of) ||
        (arguments.size() == 3 && (!is_utc(arguments[2]) || moment.of != sort::timestamp_tz))) {
        throw untranslatable("a date_trunc of it is not known to synth");
    }
    const sort of = moment.of == sort::timestamp_tz ? sort::timestamp_tz : sort::timestamp;
    if (moment.is_constant()) { // now is taken as the first of a year
        constexpr auto same =
            std::to_array<std::string_view>({"second", "minute", "hour", "day", "month", "quarter", "year"});
        if (!moment.value->now || std::ranges::find(same, known->sql) == std::end(same) ||
            moment.value->number != present(moment.of).value->number) {
            throw untranslatable("constants of it are calculated with");
        }
        return resolved(moment, {.of = of});
    }
    if (arguments.size() == 2) {
        note_zone(moment);
    }
    term result = called(known->start, of, {moment});
    result.any_zone = moment.any_zone && arguments.size() == 2;
    return result;
}

term translator::moment_in_zone(const term& zone, const term& moment) {
    if (!is_utc(zone) || (moment.of != sort::timestamp && moment.of != sort::timestamp_tz)) {
        throw untranslatable("a time zone of it is not known to synth");
    }
    const sort other = moment.of == sort::timestamp ? sort::timestamp_tz : sort::timestamp;
    if (moment.is_constant()) {
        sql_constant moved = *moment.value;
        moved.of = other;
        return constant_term(moved);
    }
    term result = moment;
    result.any_zone = false;
    result.source = nullptr;
    result.of = other;
    return result;
}

// strftime('%m', day), a text of so many digits, which comparisons take for a number.
term translator::digits_of_moment(const term& format, const term& moment) {
    const std::string text = is_text_constant(format) ? format.value->text : std::string{};
    const auto* const known = std::ranges::find(letters, text.size() == 2 && text[0] == '%' ? text[1] : '\0',
                                                &letter_field::letter);
    const bool clock = text == "%H" || text == "%M";
    const bool kept = moment.of == sort::timestamp || moment.of == (clock ? sort::time : sort::date);
    if (known == std::end(letters) || moment.source == nullptr || !kept) {
        throw untranslatable("a strftime of it is not known to synth");
    }
    term part = called(known->part, sort::number, {moment});
    part.small = true;
    part.scale = known->digits; // which the comparison asks for
    term result{.text = part.text, .of = sort::other, .comparison = "digits", .constants = {part}};
    result.columns = part.columns;
    return result;
}

// A text beside the digits, as the number that it is; the part beside it.
std::pair<term, term> translator::without_digits(const term& digits, const term& other) {
    term part = digits.constants.front();
    const bool plain = is_text_constant(other) && other.value->text.size() == part.scale &&
                       std::ranges::all_of(other.value->text, [](char c) { return c >= '0' && c <= '9'; });
    if (!plain) {
        throw untranslatable("a strftime of it is not known to synth there");
    }
    part.scale = 0;
    return {part, constant_term(*read_number(other.value->text))};
}

// date(day, 'start of month') and its kin of SQLite, where the text stays of one form.
std::optional<term> translator::sqlite_moment(const std::string& name, const std::vector<term>& arguments) {
    const term& first = arguments.front();
    const bool date = name == "date";
    const bool moment = name == "datetime" && first.of == sort::timestamp;
    if (name == "strftime" && arguments.size() == 2 && arguments[1].of == sort::text &&
        arguments[1].source != nullptr && is_text_constant(first)) {
        if (const auto form = form_of_moments(first.value->text)) {
            return special_term("formatted", {arguments[1], text_term(form->regular_expression)});
        }
    }
    if (name == "strftime" && arguments.size() == 2) {
        const std::string format = is_text_constant(first) ? first.value->text : std::string{};
        const std::string_view whole = format == "%Y-%m-%d"            ? "date"
                                       : format == "%H:%M:%S"          ? "time"
                                       : format == "%Y-%m-%d %H:%M:%S" ? "datetime"
                                                                       : "";
        return whole.empty() ? digits_of_moment(first, arguments[1])
                             : sqlite_moment(std::string{whole}, {arguments[1]});
    }
    if (first.source == nullptr) {
        return std::nullopt;
    }
    if (name == "julianday" && arguments.size() == 1 && is_moment(first.of)) {
        term result = first; // known to be NULL or not, and of days how many are between two
        result.of = sort::other;
        result.comparison = first.of == sort::date ? "julianday" : "";
        result.constants = {first};
        return result;
    }
    if (arguments.size() == 1) {
        const bool whole = first.source->type.fraction_digits == 0U; // seconds, to which all are cut
        if ((date && first.of == sort::date) || (name == "time" && first.of == sort::time && whole)) {
            return first;
        }
        if (first.of == sort::timestamp && date) {
            return called("date_of", sort::date, {first});
        }
        const term seconds = whole || first.of != sort::timestamp
                                 ? first
                                 : called("start_of_second", sort::timestamp, {first});
        if (moment || (first.of == sort::timestamp && name == "time")) {
            return moment ? seconds : called("time_of", sort::time, {seconds});
        }
        return std::nullopt;
    }
    constexpr std::string_view prefix = "start of ";
    const bool start = arguments.size() == 2 && is_text_constant(arguments[1]) &&
                       arguments[1].value->text.starts_with(prefix);
    if (!start || !(moment || (date && is_moment(first.of)))) {
        return std::nullopt;
    }
    const std::string unit = arguments[1].value->text.substr(prefix.size());
    if (unit != "month" && unit != "year" && unit != "day") {
        return std::nullopt;
    }
    const term cut = called("start_of_" + unit, sort::timestamp, {first});
    return moment ? cut : called("date_of", sort::date, {cut});
}

} // namespace synth::introspect
