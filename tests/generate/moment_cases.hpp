// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_GENERATE_MOMENT_CASES_HPP
#define SYNTH_TESTS_GENERATE_MOMENT_CASES_HPP

#include <array>
#include <string_view>

#include <synth/schema/expression_node.hpp>

namespace moment_test {

/// An operation on moments and the field of EXTRACT or date_trunc that it is.
struct named_part {
    synth::operation what;
    std::string_view field;
    bool of_dates; // of dates, too
};

inline constexpr std::array parts{named_part{synth::operation::year_of, "year", true},
                                  named_part{synth::operation::epoch_of, "epoch", true},
                                  named_part{synth::operation::iso_year_of, "isoyear", true},
                                  named_part{synth::operation::decade_of, "decade", true},
                                  named_part{synth::operation::century_of, "century", true},
                                  named_part{synth::operation::millennium_of, "millennium", true},
                                  named_part{synth::operation::quarter_of, "quarter", true},
                                  named_part{synth::operation::month_of, "month", true},
                                  named_part{synth::operation::week_of, "week", true},
                                  named_part{synth::operation::day_of, "day", true},
                                  named_part{synth::operation::day_of_year, "doy", true},
                                  named_part{synth::operation::day_of_week, "dow", true},
                                  named_part{synth::operation::iso_day_of_week, "isodow", true},
                                  named_part{synth::operation::hour_of, "hour", false},
                                  named_part{synth::operation::minute_of, "minute", false},
                                  named_part{synth::operation::second_of, "second", false},
                                  named_part{synth::operation::millisecond_of, "milliseconds", false},
                                  named_part{synth::operation::microsecond_of, "microseconds", false}};

inline constexpr std::array starts{named_part{synth::operation::start_of_millisecond, "milliseconds", false},
                                   named_part{synth::operation::start_of_second, "second", false},
                                   named_part{synth::operation::start_of_minute, "minute", false},
                                   named_part{synth::operation::start_of_hour, "hour", false},
                                   named_part{synth::operation::start_of_day, "day", true},
                                   named_part{synth::operation::start_of_week, "week", true},
                                   named_part{synth::operation::start_of_month, "month", true},
                                   named_part{synth::operation::start_of_quarter, "quarter", true},
                                   named_part{synth::operation::start_of_year, "year", true},
                                   named_part{synth::operation::start_of_decade, "decade", true},
                                   named_part{synth::operation::start_of_century, "century", true},
                                   named_part{synth::operation::start_of_millennium, "millennium", true}};

} // namespace moment_test

#endif
