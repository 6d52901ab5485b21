// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/plan_option_list.hpp>

TEST_CASE("the options of a plan go where the commands look for them") {
    CLI::App app;
    synth::command_options options;
    std::string seconds;
    synth::add_plan_options(app, options);
    synth::add_lock_timeout(app, seconds);
    std::vector<std::string> words{"--existing",
                                   "a=a.csv",
                                   "--existing",
                                   "b=b.csv",
                                   "--existing-from",
                                   "postgresql://x/",
                                   "-t",
                                   "order*",
                                   "--rows",
                                   "5",
                                   "-s",
                                   "7",
                                   "--lock-timeout",
                                   "3"};
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    CHECK(options.existing == std::vector<std::string>{"a=a.csv", "b=b.csv"});
    CHECK(options.existing_from == "postgresql://x/");
    CHECK(options.tables == std::vector<std::string>{"order*"});
    CHECK(options.rows == std::vector<std::string>{"5"});
    CHECK(options.seed == "7");
    CHECK(seconds == "3");
}
