// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "translation.hpp"

using namespace synth::introspect;

namespace {

const introspect_test::translation& made(engine from) {
    const auto columns = [] {
        return std::vector<column>{
            column{.name = "d", .type = {.of = kind::date, .sql = "date"}},
            column{.name = "ts", .type = {.of = kind::timestamp, .sql = "timestamp"}},
            column{.name = "tz", .type = {.of = kind::timestamp_tz, .sql = "timestamptz"}},
            column{.name = "tm", .type = {.of = kind::time_of_day, .sql = "time"}},
            column{.name = "iv", .type = {.of = kind::interval, .sql = "interval"}},
            column{.name = "n", .type = {.of = kind::int32, .sql = "integer"}},
            column{.name = "whole",
                   .type = {.of = kind::timestamp, .sql = "timestamp(0)", .fraction_digits = 0}}};
    };
    static introspect_test::translation postgres{columns()};
    static introspect_test::translation sqlite{columns()};
    sqlite.row().from = engine::sqlite;
    return from == engine::sqlite ? sqlite : postgres;
}

std::string of(const std::string& sql) { return made(engine::postgresql)(sql); }
std::string of_sqlite(const std::string& sql) { return made(engine::sqlite)(sql); }

constexpr const char* utc = " {its moments are taken in UTC}";

} // namespace

TEST_CASE("parts of moments are functions of their own") {
    CHECK(of("EXTRACT(isodow FROM d) < 6") == "iso_day_of_week($d) < 6");
    CHECK(of("date_part('hour', ts) BETWEEN 8 AND 17") == "between(hour_of($ts), 8, 17)");
    CHECK(of("EXTRACT(dow FROM d) IN (0, 6)") == "in(day_of_week($d), 0, 6)");
    CHECK(of("EXTRACT(DOY FROM d) = 1") == "day_of_year($d) == 1");
    CHECK(of("EXTRACT(month FROM d) = ANY (ARRAY[1::numeric, 7::numeric])") == "in(month_of($d), 1, 7)");
    CHECK(of("EXTRACT(second FROM tm) = 0 AND EXTRACT(hour FROM tm) < 12") ==
          "second_of($tm) == 0 && hour_of($tm) < 12");
    CHECK(of("EXTRACT(epoch FROM (ts - (d)::timestamp without time zone)) <= 3600") ==
          "epoch_of($ts - $d) <= 3600");
    CHECK(of("EXTRACT(epoch FROM iv) > 0") == "epoch_of($iv) > 0");
    CHECK(of("n = EXTRACT(quarter FROM ts)") == "$n == quarter_of($ts)");
    CHECK(of("(EXTRACT(minute FROM ts))::integer % 15 = 0") == "as_integer(minute_of($ts)) % 15 == 0");
    CHECK(of("EXTRACT(seconds FROM ts) = 0") == "second_of($ts) == 0");
    CHECK(of("(ts)::time without time zone >= '08:00'::time") == "time_of($ts) >= time_of_day::of(8, 0)");
    CHECK(of("date(ts) = d") == "date_of($ts) == $d");
    CHECK(of("d <= date(now())") == "$d <= date::of(2025, 1, 1) {now is taken as 2025-01-01}");
}

TEST_CASE("moments are cut to what they begin with") {
    CHECK(of("ts = date_trunc('hour', ts)") == "$ts == start_of_hour($ts)");
    CHECK(of("date_trunc('minute', ts) = ts") == "start_of_minute($ts) == $ts");
    CHECK(of("tz = date_trunc('day', tz, 'UTC')") == "$tz == start_of_day($tz)");
    CHECK(of("d = (date_trunc('month', (d)::timestamp without time zone))::date") ==
          "$d == date_of(start_of_month($d))");
    CHECK(of("ts <= date_trunc('month', now()::timestamp)") ==
          "$ts <= timestamp::of(date::of(2025, 1, 1)) {now is taken as 2025-01-01}");
}

TEST_CASE("where the time zone of a session matters it is said") {
    CHECK(of("EXTRACT(hour FROM tz) >= 8") == std::string{"hour_of($tz) >= 8"} + utc);
    CHECK(of("date_trunc('day', tz) = tz") == std::string{"start_of_day($tz) == $tz"} + utc);
    CHECK(of("(tz)::time without time zone > '12:00'::time") ==
          std::string{"time_of($tz) > time_of_day::of(12, 0)"} + utc);
    CHECK(of("EXTRACT(hour FROM (tz AT TIME ZONE 'UTC')) >= 8") == "hour_of($tz) >= 8");
    CHECK(of("((tz AT TIME ZONE 'utc'))::date = d") == "date_of($tz) == $d");
    CHECK(of("EXTRACT(epoch FROM tz) > 0") == "epoch_of($tz) > 0");
    CHECK(of("d = (date_trunc('month', (d)::timestamp with time zone))::date") ==
          "$d == date_of(start_of_month($d))"); // whatever the zone
    CHECK(of("tz >= (d)::timestamp with time zone") == std::string{"$tz >= $d"} + utc);
    CHECK(of("ts = (tz)::timestamp without time zone") == std::string{"$ts == $tz"} + utc);
    CHECK(of("tz >= d") == std::string{"$tz >= $d"} + utc);
    CHECK(of("ts < tz") == std::string{"$ts < $tz"} + utc);
}

TEST_CASE("parts that are not known are refused") {
    for (const char* each :
         {"EXTRACT(hour FROM (tz AT TIME ZONE 'Europe/Berlin')) >= 8", "date_trunc('day', tz, 'CET') = tz",
          "EXTRACT(timezone FROM tz) = 0", "EXTRACT(julian FROM d) > 0", "EXTRACT(day FROM iv) < 3",
          "EXTRACT(day FROM tm) < 3", "date_trunc('isoyear', ts) = ts", "date_trunc('day', iv) = iv",
          "EXTRACT(hour FROM now()) < n", "ts <= date_trunc('week', now()::timestamp)",
          "(EXTRACT(second FROM ts))::integer = 0", "(ts)::time(0) < '12:00'"}) {
        CAPTURE(each);
        CHECK(made(engine::postgresql).refuses(each));
    }
}

TEST_CASE("the digits of SQLite's strftime are numbers") {
    CHECK(of_sqlite("strftime('%w', d) IN ('0', '6')") == "in(day_of_week($d), 0, 6)");
    CHECK(of_sqlite("strftime('%d', d) = '01'") == "day_of($d) == 1");
    CHECK(of_sqlite("strftime('%H', ts) >= '08'") == "hour_of($ts) >= 8");
    CHECK(of_sqlite("CAST(strftime('%m', d) AS INTEGER) = n") == "as_integer(month_of($d)) == $n");
    CHECK(of_sqlite("date(d, 'start of month') = d") == "date_of(start_of_month($d)) == $d");
    CHECK(of_sqlite("datetime(ts, 'start of day') = ts") == "start_of_day($ts) == $ts");
    CHECK(of_sqlite("date(d) = d") == "always");
    CHECK(of_sqlite("datetime(whole) = whole") == "always");
    CHECK(of_sqlite("datetime(ts) = ts") == "start_of_second($ts) == $ts");
    CHECK(of_sqlite("\"time\"(ts) > '12:00:00'") == "time_of(start_of_second($ts)) > time_of_day::of(12, 0)");
    CHECK(of_sqlite("\"time\"(whole) > '12:00:00'") == "time_of($whole) > time_of_day::of(12, 0)");
    CHECK(made(engine::sqlite).refuses("\"time\"(tm) = tm"));
    CHECK(made(engine::sqlite).refuses("strftime('%d', d) = '1'"));
    CHECK(made(engine::sqlite).refuses("strftime('%Y-%m', d) = '2020-01'"));
    CHECK(made(engine::sqlite).refuses("strftime('%H', d) = '00'"));
    CHECK(made(engine::sqlite).refuses("strftime('%d', d) = n"));
}

TEST_CASE("SQLite compares texts: a day lies before its midnight") {
    CHECK(of_sqlite("ts < '2020-01-01'") == "$ts < timestamp::of(date::of(2020, 1, 1))");
    CHECK(of_sqlite("ts >= '2020-01-01'") == "$ts >= timestamp::of(date::of(2020, 1, 1))");
    CHECK(of_sqlite("ts <= '2020-01-01'") == "$ts < timestamp::of(date::of(2020, 1, 1))");
    CHECK(of_sqlite("'2020-01-01' < ts") == "$ts >= timestamp::of(date::of(2020, 1, 1))");
    CHECK(of_sqlite("ts <= '2020-01-01 00:00:00'") == "$ts <= timestamp::of(date::of(2020, 1, 1))");
    CHECK(made(engine::sqlite).refuses("ts = '2020-01-01'"));
    CHECK(made(engine::sqlite).refuses("ts = date(ts)"));
    CHECK(of_sqlite("ts <= d") == "$ts < $d");
    CHECK(of_sqlite("d < ts") == "$d <= $ts");
    CHECK(of_sqlite("d >= ts") == "$d > $ts");
    CHECK(made(engine::sqlite).refuses("d <> ts"));
}
