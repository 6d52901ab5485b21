// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/progress.hpp>

TEST_CASE("a line shows table, bar, share, speed and the time that is left") {
    CHECK(synth::progress_line("orders", 500, 1'000, 2.0) ==
          "orders            [==========>         ]  50 %     250 rows/s  2.0 s left");
    CHECK(synth::progress_line("orders", 1'000, 1'000, 2.0).find("[====================] 100 %") !=
          std::string::npos);
    CHECK(synth::progress_line("orders", 0, 0, 0).find("100 %") != std::string::npos);
}

TEST_CASE("a line is short and harmless whatever the table is called") {
    const std::string line =
        synth::progress_line("a\033[2Jb\nc" + std::string(100, 'x'), 999'999'999, 1'000'000'000'000, 1e5);
    CHECK(line.size() <= 79);
    CHECK(line.find('\033') == std::string::npos);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.starts_with("a\\x1b[2Jb\\x0acxxx "));
    const std::string euros =
        synth::progress_line("xx\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC"
                             "\xE2\x82\xAC",
                             1, 2, 1);
    CHECK(euros.find("\xE2\x82\xAC ") != std::string::npos); // no letter is cut in two
}

TEST_CASE("a bar counts time and shows nothing where nobody looks") {
    synth::progress bar{false, 10};
    bar.update("orders", 5);
    bar.finish_table(10);
    CHECK(bar.seconds() >= 0);
}
