// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/summary.hpp>

TEST_CASE("a summary says what was done, how fast, and how to do it again") {
    const synth::summary done{
        "load", "shop.db",    7, {{"customer", 1'000}, {"sales.orders", 10'000}}, 1'200'000,
        0.25,   "./shop load"};
    CHECK(synth::summary_text(done) ==
          "synth: 2 tables, 11 000 rows, 1.20 MB in 0.2 s (44.0 k rows/s, 4.80 MB/s)\n"
          "synth: reproduce with: ./shop load\n");
    CHECK(synth::summary_json(done) == "{\"command\":\"load\",\"target\":\"shop.db\",\"seed\":7,\"rows\":"
                                       "11000,\"bytes\":1200000,\"seconds\":0.250,"
                                       "\"rows_per_second\":44000,\"tables\":[{\"name\":\"customer\","
                                       "\"rows\":1000},{\"name\":\"sales.orders\",\"rows\":10000}],"
                                       "\"reproduce\":\"./shop load\"}\n");
}

TEST_CASE("compressed output is told beside what it was") {
    synth::summary done{"gen", "out", 1, {{"a", 10}}, 1'200'000, 0.25, "x"};
    done.compressed_bytes = 300'000;
    CHECK(synth::summary_text(done).starts_with(
        "synth: 1 table, 10 rows, 1.20 MB, compressed to 300 kB in 0.2 s (40 rows/s, 4.80 MB/s)\n"));
    CHECK(synth::summary_json(done).find(",\"bytes\":1200000,\"compressed_bytes\":300000,\"seconds\"") !=
          std::string::npos);
}

TEST_CASE("a run too short to measure has no infinite speed") {
    const synth::summary done{"load", "x", 1, {{"a", 3}}, 0, 0, "x"};
    CHECK(synth::summary_text(done) ==
          "synth: 1 table, 3 rows in 0 ms (3.00 k rows/s)\nsynth: reproduce with: x\n");
    const synth::summary one{"load", "x", 1, {{"a", 1}}, 0, 0, "x"};
    CHECK(synth::summary_text(one).starts_with("synth: 1 table, 1 row in "));
}

TEST_CASE("a dry run tells how cycles of references are met") {
    synth::summary done{"load", "shop.db", 1, {}, 0, 0, {}};
    CHECK(synth::dry_run_text(done) == "synth: shop.db fits; nothing was loaded\n");
    done.notes = {"the cycle a -> b -> a: a.b\x1b is filled in a second pass"};
    CHECK(synth::dry_run_text(done) == "synth: the cycle a -> b -> a: a.b\\x1b is filled in a second pass\n"
                                       "synth: shop.db fits; nothing was loaded\n");
}

TEST_CASE("a dry run tells each step, and what makes the load slow is always told") {
    synth::summary done{"load", "shop", 1, {}, 0, 0, "x"};
    done.steps = {"COPY a: 3 rows", "ANALYZE a"};
    done.kept = {"in force: key a"};
    CHECK(synth::dry_run_text(done) == "synth: COPY a: 3 rows\nsynth: ANALYZE a\nsynth: in force: key a\n"
                                       "synth: shop fits; nothing was loaded\n");
    CHECK(synth::summary_text(done).starts_with("synth: in force: key a\nsynth: 0 tables"));
}

TEST_CASE("rows that the database did not keep are told") {
    synth::summary done{"load", "shop", 1, {{"a", 3}}, 0, 0, "x"};
    done.left_out = {{"a", 2}};
    CHECK(synth::summary_text(done).starts_with("synth: a: the database left out 2 rows, or put them "
                                                "elsewhere, as a trigger or ON CONFLICT of the table "
                                                "says\nsynth: 1 table, 3 rows"));
    CHECK(synth::summary_json(done).find("\"tables\":[{\"name\":\"a\",\"rows\":3}],\"left_out\":"
                                         "[{\"name\":\"a\",\"rows\":2}],\"reproduce\"") != std::string::npos);
    done.left_out = {{"a", 1}};
    CHECK(synth::summary_text(done).find(" left out 1 row, or put it elsewhere,") != std::string::npos);
}
